/**
 * Slack shows a warning after 3 s without an acknowledgement. Work is committed first and acknowledged then, so that a click which Slack
 * took as done is on disk even if we are killed; work that is slow is acknowledged half-way rather than warned about.
 */
const ACKNOWLEDGE_WITHIN_MS = 2_000;

export async function acknowledgeAfter(ack: () => Promise<void>, work: () => Promise<void>): Promise<void> {
  let acknowledged: Promise<void> | null = null;
  const acknowledge = () => {
    acknowledged ??= ack();
    return acknowledged;
  };
  const timer = setTimeout(() => void acknowledge().catch(() => undefined), ACKNOWLEDGE_WITHIN_MS);
  try {
    await work();
  } finally {
    clearTimeout(timer);
    await acknowledge();
  }
}

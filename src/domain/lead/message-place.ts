/** A message in Slack that a lead was made from. */
export interface MessagePlace {
  channel: string;
  ts: string;
  /** The message whose thread it is in; its own `ts` where it is in none. */
  threadTs: string;
  /** Of the workspace, as in `domain.slack.com`; null where Slack did not say. */
  domain: string | null;
}

/** The same message is the same lead. */
export function messageExternalId({ channel, ts }: Pick<MessagePlace, 'channel' | 'ts'>): string {
  return `${channel}:${ts}`;
}

export function messageUrl({ channel, ts, threadTs, domain }: MessagePlace): string | null {
  if (domain === null) return null;
  const url = `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  return threadTs === ts ? url : `${url}?thread_ts=${threadTs}&cid=${channel}`;
}

/** Nobody else's talk is joined: a direct message hears of it in no thread. */
export function mayAnswerIn(channel: string): boolean {
  return !channel.startsWith('D');
}

import { sayDuration } from '../../sentences/en/duration.ts';
import { sayTrouble } from '../../sentences/en/trouble.ts';
import { PLAIN, type Voice } from '../../sentences/voice.ts';
import { type OutboxState, outboxState, retryFailedMessages } from '../../usecases/outbox/outbox-state.ts';
import { printable } from '../printable.ts';
import { withExistingContext } from '../with-context.ts';

export function printOutbox(): Promise<void> {
  return withExistingContext(async (ctx) => printState(await outboxState(ctx)));
}

export function retryOutbox(): Promise<void> {
  return withExistingContext(async (ctx) => {
    const { retried, unmended } = await retryFailedMessages(ctx);
    console.log(`${retried} ${retried === 1 ? 'message is' : 'messages are'} tried again.`);
    for (const { facts, waiting } of unmended) {
      const waits = waiting === 1 ? '1 message waits' : `${waiting} messages wait`;
      console.log(
        printable(`${waits} for what trying again may not mend: ${sayTrouble(facts, AS_IN_SLACK)}`),
      );
    }
  });
}

function printState({ counts, oldestWaitMs, troubles, pauses }: OutboxState): void {
  const waiting = (counts.pending ?? 0) + (counts.sending ?? 0);
  const since = oldestWaitMs === null ? '' : `, the oldest since ${sayDuration(oldestWaitMs)}`;
  console.log(`Waiting: ${waiting}${since}. Sent: ${counts.sent ?? 0}. Given up: ${counts.failed ?? 0}.`);
  for (const { bucket, endsInMs } of pauses)
    console.log(printable(`Slack has asked for patience: ${bucket} wait another ${sayDuration(endsInMs)}.`));
  for (const { subject, code, facts } of troubles)
    console.log(printable(`${subject} (${code}): ${sayTrouble(facts, AS_IN_SLACK)}`));
}

/** A place that refuses us is named as Slack writes it, with its id. */
const AS_IN_SLACK: Voice = {
  ...PLAIN,
  person: (id, otherwise = 'somebody') => (id === null ? otherwise : `<@${id}>`),
  channel: (id) => `<#${id}>`,
};

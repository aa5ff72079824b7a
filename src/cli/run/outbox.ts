import type { PersonId } from '../../domain/team/actor.ts';
import { sayTimeToPost } from '../../sentences/en/backlog.ts';
import { count } from '../../sentences/en/count.ts';
import { sayDuration } from '../../sentences/en/duration.ts';
import { sayTrouble } from '../../sentences/en/trouble.ts';
import { PLAIN, type Voice } from '../../sentences/voice.ts';
import { type OutboxState, outboxState, retryFailedMessages } from '../../usecases/outbox/outbox-state.ts';
import { postStopped, stopBacklog } from '../../usecases/outbox/stop-backlog.ts';
import { printable } from '../printable.ts';
import { withExistingContext } from '../with-context.ts';

export function printOutbox(): Promise<void> {
  return withExistingContext(async (ctx) => printState(await outboxState(ctx)));
}

export function retryOutbox(): Promise<void> {
  return withExistingContext(async (ctx) => {
    const { retried, fetched, unmended } = await retryFailedMessages(ctx);
    console.log(`${retried} ${retried === 1 ? 'message is' : 'messages are'} tried again.`);
    if (fetched > 0) console.log(`${count(fetched, 'lead')} asked for again.`);
    for (const { facts, waiting } of unmended) {
      const waits = waiting === 1 ? '1 message waits' : `${waiting} messages wait`;
      console.log(
        printable(`${waits} for what trying again may not mend: ${sayTrouble(facts, AS_IN_SLACK)}`),
      );
    }
  });
}

export function stopOutbox(): Promise<void> {
  return withExistingContext(async (ctx) => {
    const stopped = count(await stopBacklog(ctx, null), 'card');
    console.log(`${stopped} stopped: listed in the managers' Home, and posted by \`tango outbox post\`.`);
  });
}

export function postOutbox(): Promise<void> {
  return withExistingContext(async (ctx) => {
    console.log(`${count(await postStopped(ctx, null), 'card')} to be posted again.`);
  });
}

function printState({ counts, oldestWaitMs, troubles, pauses, backlog }: OutboxState): void {
  const waiting = (counts.pending ?? 0) + (counts.sending ?? 0);
  const since = oldestWaitMs === null ? '' : `, the oldest since ${sayDuration(oldestWaitMs)}`;
  console.log(`Waiting: ${waiting}${since}. Sent: ${counts.sent ?? 0}. Given up: ${counts.failed ?? 0}.`);
  for (const each of backlog) {
    const bulk = each.bulk > 0 ? `, ${each.bulk} of them in bulk` : '';
    console.log(
      printable(
        `${placeIn(AS_IN_SLACK, each.target)}: ${count(each.waiting, 'message')}${bulk}, ${sayTimeToPost(each)}.`,
      ),
    );
  }
  if (counts.stopped)
    console.log(`Stopped: ${count(counts.stopped, 'card')}. \`tango outbox post\` posts them.`);
  for (const { bucket, endsInMs } of pauses)
    console.log(printable(`Slack has asked for patience: ${bucket} wait another ${sayDuration(endsInMs)}.`));
  for (const { subject, code, facts } of troubles)
    console.log(printable(`${subject} (${code}): ${sayTrouble(facts, AS_IN_SLACK)}`));
}

function placeIn(voice: Voice, target: string): string {
  return /^[UW]/.test(target) ? voice.person(target as PersonId, target) : voice.channel(target);
}

/** A place that refuses us is named as Slack writes it, with its id. */
const AS_IN_SLACK: Voice = {
  ...PLAIN,
  person: (id, otherwise = 'somebody') => (id === null ? otherwise : `<@${id}>`),
  channel: (id) => `<#${id}>`,
};

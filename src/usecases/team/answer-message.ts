import { helpDm } from '../../domain/announcements/team.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { askedAbout, conversationOf } from '../../domain/team/asked-about.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

export interface WrittenMessage {
  person: PersonId;
  text: string;
  /** As Slack numbers messages. */
  ts: string;
  /** The message in whose thread it stands. */
  thread: string | null;
}

/** Somebody who may not act has written to Tango: why not follows, likewise once. */
export function turnAwayMessage(
  ctx: Context,
  { person, ...message }: Omit<WrittenMessage, 'text'>,
): Promise<void> {
  return perform(ctx, 'tango', (work) => work.announce(helpDm(person, conversationOf(message), 'excluded')));
}

/** Somebody has written to Tango: what there is to do follows, once for what they wrote in a row, however often Slack tells of it. */
export function answerMessage(ctx: Context, { person, text, ...message }: WrittenMessage): Promise<void> {
  return perform(ctx, person, (work) =>
    work.announce(helpDm(person, conversationOf(message), askedAbout(text))),
  );
}

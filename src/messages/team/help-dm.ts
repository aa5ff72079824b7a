import type { RefOf } from '../../domain/announcement.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { exclusionOf } from '../../domain/team/identity.ts';
import { sayRefusal } from '../../sentences/refusal.ts';
import { PLAIN } from '../../sentences/voice.ts';
import { section } from '../../slack/views/kit/blocks.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { MRKDWN } from '../../slack/views/kit/voice.ts';
import { answerToMessage } from '../../slack/views/team/help.ts';
import { findIdentity } from '../../store/team/identity.ts';
import type { Tx } from '../../store/transaction.ts';
import type { TeamReading } from '../reading.ts';

export async function renderHelpDm(
  { tx, settings }: TeamReading,
  { about, person }: RefOf<'help_dm'>,
): Promise<MessageView> {
  if (about === 'excluded') return (await whyNot(tx, person)) ?? answerToMessage(null, settings);
  return answerToMessage(about === 'all' ? null : about, settings);
}

/** Null: they have been let in meanwhile. */
async function whyNot(tx: Tx, id: PersonId): Promise<MessageView | null> {
  const { person, workspace, admitted } = await findIdentity(tx, id);
  const why = person && workspace && exclusionOf(person, { workspace, admitted });
  if (!why) return null;
  const { refusal } = refuse('may_not_act', { why, membersOnly: false });
  return { text: sayRefusal(refusal, PLAIN), blocks: [section(sayRefusal(refusal, MRKDWN))] };
}

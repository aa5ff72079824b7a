import type { RefOf } from '../../domain/announcement.ts';
import { OFFICES } from '../../domain/team/office.ts';
import { unclearFormOf } from '../../domain/web-form/web-form.ts';
import { sayTrouble } from '../../sentences/en/trouble.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { MRKDWN } from '../../slack/views/kit/voice.ts';
import { notice } from '../../slack/views/team/notice.ts';
import { personDeactivated } from '../../slack/views/team/person-deactivated.ts';
import { findTrouble } from '../../store/outbox/trouble.ts';
import type { Reading, TeamReading } from '../reading.ts';

/** Null when it was mended before the word went out. */
export async function renderNotice(
  { tx }: Reading,
  { subject }: RefOf<'notice'>,
): Promise<MessageView | null> {
  const trouble = await findTrouble(tx, subject);
  return trouble && notice(sayTrouble(trouble.facts, MRKDWN), unclearFormOf(subject));
}

export async function renderPersonDeactivated(
  { settings }: TeamReading,
  { person, released, qualified }: RefOf<'person_gone'>,
): Promise<MessageView> {
  const offices = OFFICES.filter((office) => settings.offices[office].people.includes(person));
  return personDeactivated({ person, released, qualified, offices });
}

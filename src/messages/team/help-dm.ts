import type { RefOf } from '../../domain/announcement.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { answerToMessage } from '../../slack/views/team/help.ts';
import type { TeamReading } from '../reading.ts';

export async function renderHelpDm(
  { settings }: TeamReading,
  { about }: RefOf<'help_dm'>,
): Promise<MessageView> {
  return answerToMessage(about === 'all' ? null : about, settings);
}

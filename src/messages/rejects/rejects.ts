import type { RefOf } from '../../domain/announcement.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { REJECTS_SHOWN, rejectsMessage } from '../../slack/views/rejects/rejects-message.ts';
import { findRejects } from '../../store/rejects/rejects.ts';
import { readRejected } from '../../usecases/rejects/load-rejects.ts';
import { sumRejects } from '../../usecases/rejects/sum-rejects.ts';
import type { TeamReading } from '../reading.ts';

/** As its owner may see the leads. */
export async function renderRejectsDm(
  reading: TeamReading,
  { rejectsId }: RefOf<'rejects_dm'>,
): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const rejects = await findRejects(tx, rejectsId);
  if (!rejects?.owner) return null;
  const summed = await sumRejects(tx, rejects);
  const shown = await readRejected({ ...reading, person: rejects.owner }, rejectsId, {
    limit: REJECTS_SHOWN,
  });
  return rejectsMessage({ summed, shown, timezone: settings.timezone, now });
}

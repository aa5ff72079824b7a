import type { RefOf } from '../../domain/announcement.ts';
import { SCORECARD_PARTS } from '../../domain/scorecard/parts.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { scorecardHead } from '../../slack/views/scorecard/scorecard-head.ts';
import { scorecardPart } from '../../slack/views/scorecard/scorecard-parts.ts';
import { findScorecard } from '../../store/scorecard/scorecard.ts';
import type { Reading, TeamReading } from '../reading.ts';

export async function renderScorecardHead(
  { tx, settings }: TeamReading,
  { week }: RefOf<'scorecard_head'>,
): Promise<MessageView | null> {
  const published = await findScorecard(tx, week);
  return published && scorecardHead(published.scorecard, { manager: settings.managers[0] ?? null });
}

/** Null for a part that this version does not have any more. */
export async function renderScorecardPart(
  { tx }: Reading,
  { week, part }: RefOf<'scorecard_part'>,
): Promise<MessageView | null> {
  const published = await findScorecard(tx, week);
  return published && SCORECARD_PARTS.includes(part) ? scorecardPart(published.scorecard, part) : null;
}

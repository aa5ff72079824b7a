import type { RefOf } from '../../domain/announcement.ts';
import { SCORECARD_PARTS } from '../../domain/scorecard/parts.ts';
import { living } from '../../domain/team/person.ts';
import { coverScorecard, isCovered } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { scorecardHead } from '../../slack/views/scorecard/scorecard-head.ts';
import { scorecardPart } from '../../slack/views/scorecard/scorecard-parts.ts';
import { withoutMoney } from '../../slack/views/scorecard/without-money.ts';
import { findScorecard } from '../../store/scorecard/scorecard.ts';
import type { TeamReading } from '../reading.ts';

export async function renderScorecardHead(
  { tx, settings }: TeamReading,
  { week }: RefOf<'scorecard_head'>,
): Promise<MessageView | null> {
  const published = await findScorecard(tx, week);
  const [manager = null] = living(settings.managers, settings);
  if (!published || !isCovered(settings, settings.scorecardChannel)) {
    return published && scorecardHead(published.scorecard, { manager });
  }
  return withoutMoney(scorecardHead(coverScorecard(published.scorecard), { manager }));
}

/** Null for a part that this version does not have any more. */
export async function renderScorecardPart(
  { tx, settings }: TeamReading,
  { week, part }: RefOf<'scorecard_part'>,
): Promise<MessageView | null> {
  const published = await findScorecard(tx, week);
  if (!published || !SCORECARD_PARTS.includes(part)) return null;
  if (!isCovered(settings, settings.scorecardChannel)) return scorecardPart(published.scorecard, part);
  return withoutMoney(scorecardPart(coverScorecard(published.scorecard), part, true));
}

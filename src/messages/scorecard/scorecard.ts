import type { RefOf } from '../../domain/announcement.ts';
import { SCORECARD_PARTS } from '../../domain/scorecard/parts.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import { namedIn } from '../../domain/scorecard/told-moves.ts';
import { living } from '../../domain/team/person.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { coverMoved, coverScorecard, isCovered, nameIn } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { movedPart } from '../../slack/views/scorecard/moved-part.ts';
import { scorecardHead } from '../../slack/views/scorecard/scorecard-head.ts';
import { scorecardPart } from '../../slack/views/scorecard/scorecard-parts.ts';
import { withoutMoney } from '../../slack/views/scorecard/without-money.ts';
import { findEntryNames } from '../../store/scorecard/entry-names.ts';
import { findScorecard } from '../../store/scorecard/scorecard.ts';
import { listWeekMoved } from '../../store/scorecard/week-shares.ts';
import type { Tx } from '../../store/transaction.ts';
import type { TeamReading } from '../reading.ts';

export async function renderScorecardHead(
  { tx, settings }: TeamReading,
  { week }: RefOf<'scorecard_head'>,
): Promise<MessageView | null> {
  const published = await findScorecard(tx, week);
  const [manager = null] = living(settings.managers, settings);
  if (!published) return null;
  const told = { manager, hasMoved: (await listWeekMoved(tx, week)).length > 0 };
  if (!isCovered(settings, settings.scorecardChannel)) return scorecardHead(published.scorecard, told);
  return withoutMoney(scorecardHead(coverScorecard(published.scorecard), told));
}

/** Null for a part that this version does not have any more. */
export async function renderScorecardPart(
  { tx, settings }: TeamReading,
  { week, part }: RefOf<'scorecard_part'>,
): Promise<MessageView | null> {
  const published = await findScorecard(tx, week);
  if (!published || !SCORECARD_PARTS.includes(part)) return null;
  if (part === 'moved') return renderMoved(tx, settings, published.scorecard);
  if (!isCovered(settings, settings.scorecardChannel)) return scorecardPart(published.scorecard, part);
  return withoutMoney(scorecardPart(coverScorecard(published.scorecard), part, true));
}

async function renderMoved(tx: Tx, settings: Settings, scorecard: Scorecard): Promise<MessageView> {
  const { scorecardChannel: channel } = settings;
  const moved = await listWeekMoved(tx, scorecard.week);
  const hidesMoney = isCovered(settings, channel);
  const told = hidesMoney ? moved.map(coverMoved) : moved;
  const { leads, spend } = await findEntryNames(tx, namedIn(told));
  const names = {
    leads: new Map([...leads].map(([id, lead]) => [id, nameIn(channel, lead, settings)])),
    spend,
  };
  const view = movedPart(scorecard, told, names);
  return hidesMoney ? withoutMoney(view) : view;
}

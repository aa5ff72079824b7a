import { SCORECARD_PARTS } from '../../domain/scorecard/parts.ts';
import type { Week } from '../../domain/time/week.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { scorecardHead } from '../../slack/views/scorecard/scorecard-head.ts';
import { scorecardPart } from '../../slack/views/scorecard/scorecard-parts.ts';
import { findScorecard } from '../../store/scorecard/scorecard.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';

/** `ref` is the week. */
export async function renderScorecardHead(tx: Tx, ref: string): Promise<MessageView | null> {
  const published = await findScorecard(tx, ref as Week);
  if (!published) return null;
  const { managers } = await loadSettings(tx);
  return scorecardHead(published.scorecard, { manager: managers[0] ?? null });
}

/** `ref` is the week and the part: `2026-W47/sales`. */
export async function renderScorecardPart(tx: Tx, ref: string): Promise<MessageView | null> {
  const [week, name] = ref.split('/');
  const part = SCORECARD_PARTS.find((known) => known === name);
  const published = await findScorecard(tx, week as Week);
  return published && part ? scorecardPart(published.scorecard, part) : null;
}

import { leadCard } from '../../domain/announcements/lead.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { isCovered } from '../../domain/team/sharing.ts';
import { DAY } from '../../domain/time/duration.ts';
import { type CardAt, findCards } from '../../store/lead/card.ts';
import { findAppliedRules, recordAppliedRules } from '../../store/team/applied-rules.ts';
import { inBatches } from '../batches.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** Small enough that a click never waits for longer than it takes to notice. */
const BATCH = 50;

/** Slack takes about one edit a second. What hangs there for longer is hardly looked at, and is drawn again when somebody touches it. */
const SINCE = 90 * DAY;

/**
 * When the channel may see more or less of a lead than before, the cards that hang there are drawn again, behind all that is new. Costs one
 * read as long as nothing has changed. Broken off half-way it begins again: an edit that changes nothing is not sent. Returns how many.
 */
export async function redrawCards(ctx: Context): Promise<number> {
  const due = await perform(ctx, 'tango', async ({ tx, settings, now }) => {
    const rules = rulesOf(settings);
    const applied = await findAppliedRules(tx, 'cards_drawn_by');
    if (applied === null) await recordAppliedRules(tx, 'cards_drawn_by', { rules, now });
    return applied === null || applied === rules ? null : rules;
  });
  if (due === null) return 0;
  const drawn = await inBatches<CardAt>(BATCH, (after) => redrawBatch(ctx, after));
  await perform(ctx, 'tango', ({ tx, now }) => recordAppliedRules(tx, 'cards_drawn_by', { rules: due, now }));
  return drawn;
}

/** All that a channel's view of a lead depends on, besides the lead. */
function rulesOf(settings: Settings): string {
  const { contactShownTo, sharing } = settings;
  const covered = sharing.map(({ channel }) => channel).filter((channel) => isCovered(settings, channel));
  return JSON.stringify({ contactShownTo, covered: covered.sort() });
}

function redrawBatch(ctx: Context, after: CardAt | null): Promise<CardAt[]> {
  return perform(ctx, 'tango', async (work) => {
    const cards = await findCards(work.tx, { since: work.now - SINCE, after, limit: BATCH });
    await work.announce(...cards.map((lead) => leadCard(lead, { isBulk: true })));
    return cards;
  });
}

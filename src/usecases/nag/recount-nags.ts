import type { LeadId } from '../../domain/lead/lead.ts';
import { nextNagAt } from '../../domain/nag/nag.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { findOpenLeadIds, lockLeads } from '../../store/lead/lead.ts';
import { findNagHistory, updateNextNag } from '../../store/nag/nag.ts';
import { findAppliedRules, recordAppliedRules } from '../../store/team/applied-rules.ts';
import { inBatches } from '../batches.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** Small enough that a click never waits for longer than it takes to notice. */
const BATCH = 20;

/**
 * When promises or hours have changed, the next nag of every open lead is due at another time. Costs one read as long as nothing has
 * changed. Broken off half-way it begins again: counting twice does no harm. Returns how many leads were counted.
 */
export async function recountNags(ctx: Context): Promise<number> {
  const rules = await perform(ctx, 'tango', async ({ tx, settings }) => {
    const current = rulesOf(settings);
    return (await findAppliedRules(tx, 'nags_counted_by')) === current ? null : current;
  });
  if (rules === null) return 0;
  const counted = await inBatches<LeadId>(BATCH, (after) => recountBatch(ctx, after));
  await perform(ctx, 'tango', ({ tx, now }) => recordAppliedRules(tx, 'nags_counted_by', { rules, now }));
  return counted;
}

/** All that the time of a nag depends on, besides the lead. */
function rulesOf({ timezone, calendar, promises, people }: Settings): string {
  const own = [...(people?.values() ?? [])].map(({ id, hours, region, leave, ...person }) => ({
    ...{ id, hours, region, leave },
    timezone: person.timezone,
  }));
  return JSON.stringify({ timezone, calendar, promises, own });
}

function recountBatch(ctx: Context, after: LeadId | null): Promise<LeadId[]> {
  return perform(ctx, 'tango', async ({ tx, settings }) => {
    const ids = await findOpenLeadIds(tx, { after, limit: BATCH });
    for (const lead of await lockLeads(tx, ids)) {
      const next = nextNagAt(lead, settings, await findNagHistory(tx, lead.id));
      if (next !== lead.nextNagAt) await updateNextNag(tx, lead.id, next);
    }
    return ids;
  });
}

import type { Lead } from '../../src/domain/lead/lead.ts';
import { promisesAfterMove, promisesAtArrival } from '../../src/domain/promise/lead-promises.ts';
import type { TeamPromise } from '../../src/domain/promise/promise.ts';
import { insertLeads } from '../../src/store/lead/lead.ts';
import { writePromises } from '../../src/store/promise/promise.ts';
import { loadSettings } from '../../src/store/team/settings.ts';
import type { Context } from '../../src/usecases/context.ts';

/** Leads; those with a card as had they come and been claimed when they say, with the promises that run about them. */
export async function storeWithPromises(ctx: Context, leads: readonly Lead[]): Promise<TeamPromise[]> {
  return ctx.db.transaction(async (tx) => {
    const making = { settings: await loadSettings(tx), newId: ctx.newId };
    await insertLeads(tx, leads);
    const rows = leads.flatMap((lead) => runningOf(lead, making));
    await writePromises(tx, rows);
    return rows;
  });
}

function runningOf(lead: Lead, making: Parameters<typeof promisesAtArrival>[2]): TeamPromise[] {
  if (lead.cardChannel === null) return [];
  const eventId = making.newId('event');
  if (lead.claimedAt === null || lead.owner === null) return promisesAtArrival(lead, eventId, making);
  const from: Lead = { ...lead, state: 'new', owner: null, claimedAt: null, contactedAt: null };
  const event = { kind: 'claimed' as const, at: lead.claimedAt, actor: lead.owner, data: {} };
  const rows = promisesAfterMove([], { from, to: lead, event, eventId, at: lead.claimedAt }, making);
  const cycleAt = lead.snoozedUntil;
  return cycleAt === null ? rows : rows.map((row) => ({ ...row, cycleAt }));
}

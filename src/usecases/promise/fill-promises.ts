import type { LeadId } from '../../domain/lead/lead.ts';
import { replayLead, replayRequest } from '../../domain/promise/replay.ts';
import { lockLead } from '../../store/lead/lead.ts';
import { listLeadEvents } from '../../store/lead/lead-event.ts';
import { listNagsOfLead } from '../../store/nag/nag.ts';
import { findLeadIdsToFill, findStoryHistories, insertMissingPromises } from '../../store/promise/fill.ts';
import { findAppliedRules, recordAppliedRules } from '../../store/team/applied-rules.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

/** Small enough that a click never waits for longer than it takes to notice. */
const BATCH = 25;

/** As it is stored: the id of the last lead that was done, or this. */
const DONE = JSON.stringify('done');

/**
 * The promises about leads, stories and requests that were stored before promises were rows, made from their histories: at the first start, and
 * never again. Where it was broken off it goes on. Old leads out of files have none. Costs one read once it is done. Returns how many leads.
 */
export async function fillPromises(ctx: Context): Promise<number> {
  for (let filled = 0; ; ) {
    const count = await fillBatch(ctx);
    if (count === null) return filled;
    filled += count;
  }
}

/** Nags and scorecards read rows alone: before all are there they would be wrong. */
export async function assertPromisesFilled(ctx: Context): Promise<void> {
  const at = await perform(ctx, 'tango', ({ tx }) => findAppliedRules(tx, 'promises_filled'));
  if (at !== DONE) throw new Error('The promises of stored leads are not all there yet');
}

/** Null: all has been done. How far it has come is written with what it made. */
function fillBatch(ctx: Context): Promise<number | null> {
  return perform(ctx, 'tango', async (work) => {
    const { tx, now } = work;
    const after = await findAppliedRules(tx, 'promises_filled');
    if (after === DONE) return null;
    const ids = await findLeadIdsToFill(tx, { after: after && JSON.parse(after), limit: BATCH });
    for (const id of ids) await fillLead(work, id);
    const isLast = ids.length < BATCH;
    if (isLast) await fillRequests(work);
    const rules = isLast ? DONE : JSON.stringify(ids.at(-1));
    await recordAppliedRules(tx, 'promises_filled', { rules, now });
    return ids.length;
  });
}

async function fillLead(work: Work, id: LeadId): Promise<void> {
  const { tx } = work;
  const lead = await lockLead(tx, id);
  if (!lead) return;
  const events = await listLeadEvents(tx, id);
  const nags = await listNagsOfLead(tx, id);
  await insertMissingPromises(tx, replayLead({ lead, events, nags }, work));
}

/** A team has few. */
async function fillRequests(work: Work): Promise<void> {
  for (const history of await findStoryHistories(work.tx))
    await insertMissingPromises(work.tx, replayRequest(history, work));
}

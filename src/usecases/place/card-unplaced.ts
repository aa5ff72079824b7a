import { leadCard } from '../../domain/announcements/lead.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { isRecentArrival } from '../../domain/lead/receive.ts';
import { replayLead } from '../../domain/promise/replay.ts';
import { targetOf } from '../../domain/team/place.ts';
import { findUnplacedLeadIds } from '../../store/lead/card.ts';
import { lockLeads, updateLead } from '../../store/lead/lead.ts';
import { listLeadEvents } from '../../store/lead/lead-event.ts';
import { listNagsOfLead } from '../../store/nag/nag.ts';
import { insertMissingPromises } from '../../store/promise/fill.ts';
import { findAppliedRules, recordAppliedRules } from '../../store/team/applied-rules.ts';
import type { Context } from '../context.ts';
import { retellThread } from '../lead/repost-card.ts';
import { perform, type Work } from '../work.ts';

/** A minute: each is a card, and a click never waits for longer than it takes to notice. */
const BATCH = 25;

/** As it is stored: the id of the last lead that was looked at, or this. */
const DONE = JSON.stringify('done');

/**
 * Until 27 November 2026 a lead that came while no channel was named got no card, and so none when one was named later. Those that are still open get
 * theirs, here or where it waits for a channel, with their promises. Once, a batch a minute; old leads out of files have none on purpose. Returns how
 * many.
 */
export function cardUnplaced(ctx: Context): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const { tx, now } = work;
    const after = await findAppliedRules(tx, 'unplaced_carded');
    if (after === DONE) return 0;
    const ids = await findUnplacedLeadIds(tx, { after: after && JSON.parse(after), limit: BATCH });
    const count = await cardThese(work, ids);
    const rules = ids.length < BATCH ? DONE : JSON.stringify(ids.at(-1));
    await recordAppliedRules(tx, 'unplaced_carded', { rules, now });
    return count;
  });
}

async function cardThese(work: Work, ids: readonly LeadId[]): Promise<number> {
  const { tx, settings } = work;
  const to = targetOf(settings, 'leads');
  const leads = (await lockLeads(tx, ids)).filter(isRecentArrival);
  for (const before of leads) {
    const lead = { ...before, cardChannel: to, version: before.version + 1 };
    await updateLead(tx, lead, before);
    const [events, nags] = [await listLeadEvents(tx, lead.id), await listNagsOfLead(tx, lead.id)];
    await insertMissingPromises(tx, replayLead({ lead, events, nags }, work));
    await work.announce(leadCard(lead));
    if (lead.state !== 'new') await retellThread(work, lead);
  }
  return leads.length;
}

import { cardKey } from '../../domain/announcements/lead.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { targetOf } from '../../domain/team/place.ts';
import { updateCardChannel } from '../../store/lead/card.ts';
import { findOpenLeadIds, lockLeads } from '../../store/lead/lead.ts';
import { findPostedMessages } from '../../store/outbox/repost.ts';
import { inBatches } from '../batches.ts';
import type { Context } from '../context.ts';
import { moveCard } from '../lead/repost-card.ts';
import { perform, type Work } from '../work.ts';

/** Small enough that a click never waits for longer than it takes to notice. */
const BATCH = 25;

/**
 * The cards of open leads go to the leads channel where they do not stand there; those of others follow with their next move, so that a channel
 * is not filled with what is over. Returns how many.
 */
export async function moveCards(ctx: Context): Promise<number> {
  let moved = 0;
  await inBatches<LeadId>(BATCH, (after) =>
    perform(ctx, 'tango', async (work) => {
      const ids = await findOpenLeadIds(work.tx, { after, limit: BATCH });
      moved += await moveThese(work, ids);
      return ids;
    }),
  );
  return moved;
}

async function moveThese(work: Work, ids: readonly LeadId[]): Promise<number> {
  const { tx, settings } = work;
  const to = targetOf(settings, 'leads');
  const leads = await lockLeads(tx, ids);
  const standing = await findPostedMessages(
    tx,
    leads.map((lead) => cardKey(lead)),
  );
  const misplaced = leads.filter((lead) => {
    const message = standing.get(cardKey(lead));
    return lead.cardChannel !== to || (message !== undefined && message.channel !== to);
  });
  await updateCardChannel(
    tx,
    misplaced.map(({ id }) => id),
    to,
  );
  for (const lead of misplaced) await moveCard(work, { ...lead, cardChannel: to });
  return misplaced.length;
}

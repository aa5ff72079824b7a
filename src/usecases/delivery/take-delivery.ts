import type { FetchRequest } from '../../domain/delivery/fetch-job.ts';
import type { LeadChange } from '../../domain/lead/change.ts';
import { enqueueFetches } from '../../store/delivery/fetch-job.ts';
import type { Context } from '../context.ts';
import { changeLeads } from '../lead/change-leads.ts';
import { type LeadInput, type ReceivedLead, receiveIn } from '../lead/receive-leads.ts';
import { perform } from '../work.ts';

export interface WebhookDelivery {
  leads: readonly LeadInput[];
  /** People whom the vendor names by an id alone. */
  fetches: readonly FetchRequest[];
  /** What has become of leads that came before. */
  changes?: readonly LeadChange[];
}

/**
 * What a webhook brought, in one transaction: when it is answered, every person is on disk, or the order to fetch them. Each gets a card,
 * however long the delivery was on its way: nobody else will look for them.
 */
export function takeDelivery(
  ctx: Context,
  { leads, fetches, changes = [] }: WebhookDelivery,
): Promise<ReceivedLead[]> {
  return perform(ctx, 'api', async (work) => {
    await enqueueFetches(work.tx, fetches, work.now);
    const fresh = [...leads, ...(await changeLeads(work, changes))];
    return fresh.length === 0 ? [] : receiveIn(work, fresh, { post: 'all' });
  });
}

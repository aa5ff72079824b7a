import type { FetchRequest } from '../../domain/delivery/fetch-job.ts';
import { enqueueFetches } from '../../store/delivery/fetch-job.ts';
import type { Context } from '../context.ts';
import { type LeadInput, type ReceivedLead, receiveIn } from '../lead/receive-leads.ts';
import { perform } from '../work.ts';

export interface WebhookDelivery {
  leads: readonly LeadInput[];
  /** People whom the vendor names by an id alone. */
  fetches: readonly FetchRequest[];
}

/**
 * What a webhook brought, in one transaction: when it is answered, every person is on disk, or the order to fetch them. Each gets a card,
 * however long the delivery was on its way: nobody else will look for them.
 */
export function takeDelivery(ctx: Context, { leads, fetches }: WebhookDelivery): Promise<ReceivedLead[]> {
  return perform(ctx, 'api', async (work) => {
    await enqueueFetches(work.tx, fetches, work.now);
    return leads.length === 0 ? [] : receiveIn(work, leads, { post: 'all' });
  });
}

import type { Deal } from '../../domain/deal/deal.ts';
import {
  type FetchRequest,
  type FetchVendor,
  joinBodies,
  type RefetchRequest,
} from '../../domain/delivery/fetch-job.ts';
import type { MergedIds } from '../../domain/delivery/merged-ids.ts';
import type { LeadChange } from '../../domain/lead/change.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { enqueueFetches, reorderFetch } from '../../store/delivery/fetch-job.ts';
import type { Context } from '../context.ts';
import { endDeals, recordDeals, type ToldDeal } from '../deal/record-deals.ts';
import { changeLeads } from '../lead/change-leads.ts';
import { joinMergedLeads } from '../lead/join-merged-leads.ts';
import { type LeadInput, type ReceivedLead, receiveIn } from '../lead/receive-leads.ts';
import { findKnownDeliveries } from '../source/find-delivered.ts';
import { lockVendorForms, recordVendorForms, type VendorSubmission } from '../web-form/vendor-forms.ts';
import { perform, type Work } from '../work.ts';

export interface Brought {
  /** What people have filled in. */
  forms?: readonly VendorSubmission[];
  /** The same of people who are leads already: what they are asked is news, the rest is told as a change. */
  later?: readonly VendorSubmission[];
  leads: readonly LeadInput[];
  /** What has become of leads that came before. */
  changes?: readonly LeadChange[];
  /** Ids of the vendor's that are one person. */
  merges?: readonly MergedIds[];
  deals?: readonly ToldDeal[];
  /** Deals that the vendor has no more. */
  goneDeals?: readonly Pick<Deal, 'vendor' | 'id'>[];
  /** Whether the vendor lets us read what its forms ask; left out: it does not say. */
  formsRead?: { vendor: FetchVendor; account: string | null; isAllowed: boolean };
}

export interface WebhookDelivery extends Brought {
  /** People whom the vendor names by an id alone. */
  fetches: readonly FetchRequest[];
  /** People who came before, and of whom something has changed. */
  refetches?: readonly RefetchRequest[];
  /** What is asked for again whoever it is about. */
  reorders?: readonly FetchRequest[];
}

/**
 * What a webhook brought, in one transaction: when it is answered, every person is on disk, or the order to fetch them. Each gets a card,
 * however long the delivery was on its way: nobody else will look for them.
 */
export function takeDelivery(
  ctx: Context,
  { fetches, refetches = [], reorders = [], ...brought }: WebhookDelivery,
): Promise<ReceivedLead[]> {
  return perform(ctx, 'api', async (work) => {
    await enqueueFetches(work.tx, fetches, work.now);
    const received = await takeIn(work, brought);
    await refetch(work, refetches);
    for (const order of reorders) await reorder(work, order, true);
    return received;
  });
}

/** The same of what was fetched, in a unit of work that has begun. */
export async function takeIn(
  work: Work,
  { forms: told = [], later = [], leads, changes = [], merges = [], deals = [], goneDeals = [] }: Brought,
): Promise<ReceivedLead[]> {
  await joinMergedLeads(work, merges);
  const forms = await lockVendorForms(work, [...told, ...later]);
  const filled = told.map(({ lead }) => lead);
  const fresh = [...filled, ...leads, ...(await changeLeads(work, changes))];
  const received = fresh.length === 0 ? [] : await receiveIn(work, fresh, { post: 'all' });
  await recordVendorForms(work, forms.slice(0, told.length), { told, received });
  const here = await findHere(work, later);
  await recordVendorForms(work, forms.slice(told.length), { told: later, received: here });
  await endDeals(work, goneDeals);
  await recordDeals(work, deals);
  return received;
}

async function findHere(
  work: Work,
  later: readonly VendorSubmission[],
): Promise<({ id: LeadId; duplicate: false } | null)[]> {
  const told = later.map(({ lead }) => ({ source: lead.source, externalId: lead.externalId ?? '' }));
  const known = await findKnownDeliveries(work, told);
  return known.map((each) => (each && !each.isAnother ? { id: each.id, duplicate: false } : null));
}

/** What changes about people who never were leads is nobody's business here. */
async function refetch(work: Work, orders: readonly RefetchRequest[]): Promise<void> {
  const told = orders.map(({ source, objectId }) => ({ source, externalId: objectId }));
  const known = await findKnownDeliveries(work, told);
  for (const [index, { source: _, ...order }] of orders.entries()) {
    await reorder(work, order, known[index] != null);
  }
}

async function reorder({ tx, now }: Work, order: FetchRequest, isKnown: boolean): Promise<void> {
  await reorderFetch(tx, order, { now, isKnown, join: joinBodies });
}

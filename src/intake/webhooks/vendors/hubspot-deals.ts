/** HubSpot's events about deals: each deal is fetched, and again with whatever has changed about it. */
import type { FetchRequest } from '../../../domain/delivery/fetch-job.ts';
import { DEAL, DEAL_PROPERTIES } from '../../fetch/hubspot-deal.ts';
import type { Wish } from '../vendor.ts';

interface DealEvent {
  subscriptionType: string;
  objectId: string;
  portalId: string | null;
  objectTypeId?: string | null | undefined;
  propertyName?: string | null | undefined;
  primaryObjectId?: string | null | undefined;
  mergedObjectIds?: readonly string[] | null | undefined;
}

export interface OfDeals {
  reorders: FetchRequest[];
  goneDeals: { vendor: 'hubspot'; id: string }[];
}

const DEAL_TYPE = '0-3';

export function dealsOf(events: readonly DealEvent[], wish: Wish): OfDeals {
  const [asked, gone] = [new Map<string, string | null>(), new Set<string>()];
  for (const event of events) {
    const what = whatOf(event);
    const key = (id: string) => `${event.portalId ?? ''}:${id}`;
    if (what === 'gone') gone.add(key(event.objectId));
    if (what === 'asked') asked.set(key(event.primaryObjectId ?? event.objectId), event.portalId);
    if (what === 'asked') for (const id of event.mergedObjectIds ?? []) gone.add(key(id));
  }
  const order = ([key, account]: [string, string | null]): FetchRequest => ({
    vendor: 'hubspot',
    objectId: DEAL + key,
    body: JSON.stringify({ wish, account, isNew: false, changed: [], fills: false }),
  });
  return {
    reorders: [...asked].map(order),
    goneDeals: [...gone].filter((key) => !asked.has(key)).map((id) => ({ vendor: 'hubspot', id })),
  };
}

/** `deal.propertyChange`, or the newer `object.propertyChange` with the type of the object beside it. */
function whatOf({ subscriptionType, objectTypeId, propertyName }: DealEvent): 'asked' | 'gone' | null {
  const [of, what] = subscriptionType.split('.');
  if (of !== 'deal' && !(of === 'object' && objectTypeId === DEAL_TYPE)) return null;
  if (what === 'deletion' || what === 'privacyDeletion') return 'gone';
  if (what === 'propertyChange') return DEAL_PROPERTIES.includes(propertyName ?? '') ? 'asked' : null;
  return ['creation', 'restore', 'merge', 'associationChange'].includes(what ?? '') ? 'asked' : null;
}

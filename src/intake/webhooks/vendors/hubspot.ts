import { z } from 'zod';
import type { RefetchRequest, ToldChange } from '../../../domain/delivery/fetch-job.ts';
import type { MergedIds } from '../../../domain/delivery/merged-ids.ts';
import { HUBSPOT, isRead } from '../../fetch/hubspot.ts';
import { type Known, unreadOf } from '../lead/unread.ts';
import { account, anything, id, optionalText, readBody, readMembers } from '../read-body.ts';
import { KIB, type Vendor, type Wish } from '../vendor.ts';
import { dealsOf } from './hubspot-deals.ts';
import { assertHubspot } from './hubspot-signature.ts';

/** Tells ids alone, up to a hundred at a time: each contact is fetched afterwards, and again when something about it has changed. */
export const hubspot: Vendor = {
  name: 'hubspot',
  secret: 'HUBSPOT_CLIENT_SECRET',
  limit: 64 * KIB,
  authenticate: assertHubspot,

  read(body, { wish }) {
    const { members, unread } = readMembers(Event, readBody(Events, body));
    const ofContacts = members.flatMap((member) => {
      const what = contactEvent(member);
      return what ? [{ ...member, what }] : [];
    });
    const of = (what: ContactEvent) => ofContacts.filter((each) => each.what === what);
    const orders = new Orders(wish);
    const changes = of('propertyChange').filter(({ propertyName }) => propertyName && isRead(propertyName));
    for (const { objectId, portalId, propertyName } of changes)
      orders.add(objectId, portalId, { changed: [propertyName ?? ''] });
    // Which of its properties a merge has changed is not told.
    for (const event of of('merge')) orders.add(survivorOf(event), event.portalId, { fills: true });
    return {
      ...dealsOf(members, wish),
      fetches: of('creation').map((event) => ({
        ...order(event.objectId, { wish, account: event.portalId, others: unreadOf(event, KNOWN) }),
        happenedAt: event.occurredAt,
      })),
      refetches: orders.all(),
      changes: Object.entries(PRESENCE).flatMap(([event, what]) =>
        of(event as keyof typeof PRESENCE).map(({ objectId }) => ({
          what,
          told: { source: wish.source ?? HUBSPOT, externalId: objectId },
        })),
      ),
      merges: of('merge').map((event): MergedIds => ({ source: wish.source ?? HUBSPOT, ids: idsOf(event) })),
      unread,
    };
  },
};

/** A merge names whom it is about in its own fields, and perhaps in no other. */
const Event = z
  .object({
    ...{ subscriptionType: z.string(), objectTypeId: optionalText, propertyName: optionalText },
    ...{ objectId: id.optional(), portalId: account },
    ...{ primaryObjectId: id.nullish().catch(null), newObjectId: id.nullish().catch(null) },
    // Of a deal whose contacts have changed.
    ...{
      fromObjectId: id.nullish().catch(null),
      toObjectId: id.nullish().catch(null),
      associationType: optionalText,
    },
    occurredAt: z.int().nonnegative().optional().catch(undefined),
    mergedObjectIds: z.array(id).nullish().catch(null),
  })
  .loose()
  .transform((event, context) => {
    const objectId = event.objectId ?? event.newObjectId ?? event.primaryObjectId ?? associated(event);
    if (objectId != null) return { ...event, objectId };
    context.addIssue({ code: 'custom', path: ['objectId'], message: 'is required' });
    return z.NEVER;
  });

interface Association {
  associationType?: string | null | undefined;
  fromObjectId?: string | null | undefined;
  toObjectId?: string | null | undefined;
}

/** `DEAL_TO_CONTACT` names the deal first, `CONTACT_TO_DEAL` last. */
function associated({ associationType, fromObjectId, toObjectId }: Association): string | null {
  return (associationType?.endsWith('_TO_DEAL') ? toObjectId : fromObjectId) ?? null;
}

/** Ids of the event and its subscription, and by what it was set off. `what` is ours. */
const KNOWN: Known = {
  ...{ eventId: true, subscriptionId: true, subscriptionType: true, portalId: true, appId: true, what: true },
  ...{ occurredAt: true, attemptNumber: true, objectId: true, objectTypeId: true, sourceId: true },
  ...{ changeFlag: true, changeSource: true, messageId: true, messageType: true, isSensitive: true },
  ...{ propertyName: true, propertyValue: true, primaryObjectId: true, newObjectId: true },
  ...{ fromObjectId: true, toObjectId: true, associationType: true, mergedObjectIds: true },
  ...{ associationCategory: true, associationTypeId: true, fromObjectTypeId: true, toObjectTypeId: true },
};

type Event = z.infer<typeof Event>;

const Events = z.array(anything).max(1_000, 'may hold at most 1,000 events');

const CONTACT_TYPE = '0-1';

/** Of a contact that is erased for good HubSpot tells that it was deleted as well. */
const PRESENCE = {
  deletion: 'deleted_there',
  privacyDeletion: 'erased_there',
  restore: 'restored_there',
} as const;

const CONTACT_EVENTS = [
  ...(['creation', 'propertyChange', 'merge'] as const),
  ...(['deletion', 'privacyDeletion', 'restore'] as const),
];
type ContactEvent = (typeof CONTACT_EVENTS)[number];

/** `contact.merge`, or the newer `object.merge` with the type of the object beside it. */
function contactEvent({ subscriptionType, objectTypeId }: Event): ContactEvent | null {
  const [of, what] = subscriptionType.split('.');
  if (of !== 'contact' && !(of === 'object' && objectTypeId === CONTACT_TYPE)) return null;
  return CONTACT_EVENTS.find((each) => each === what) ?? null;
}

/** Some merges make a contact of a new id. */
function survivorOf({ newObjectId, primaryObjectId, objectId }: Event): string {
  return newObjectId ?? primaryObjectId ?? objectId;
}

function idsOf(event: Event): string[] {
  const { primaryObjectId, mergedObjectIds } = event;
  return [
    ...new Set([
      survivorOf(event),
      ...(primaryObjectId ? [primaryObjectId] : []),
      ...(mergedObjectIds ?? []),
    ]),
  ];
}

interface Asked extends ToldChange {
  wish: Wish;
  account: string | null;
  /** What the event told besides, and nobody knows what it is. */
  others?: [string, unknown][];
}

function order(objectId: string, asked: Asked) {
  return { vendor: 'hubspot' as const, objectId, body: JSON.stringify(asked) };
}

/** One for each contact, however much of it has changed. */
class Orders {
  readonly #wish: Wish;
  readonly #byId = new Map<string, Asked & { changed: string[]; fills: boolean }>();

  constructor(wish: Wish) {
    this.#wish = wish;
  }

  add(objectId: string, portal: string | null, { changed = [], fills = false }: ToldChange): void {
    const before = this.#byId.get(objectId);
    this.#byId.set(objectId, {
      ...{ wish: this.#wish, account: portal, isNew: false },
      changed: [...new Set([...(before?.changed ?? []), ...changed])],
      fills: fills || (before?.fills ?? false),
    });
  }

  all(): RefetchRequest[] {
    return [...this.#byId].map(([objectId, asked]) => ({
      ...order(objectId, asked),
      source: this.#wish.source ?? HUBSPOT,
    }));
  }
}

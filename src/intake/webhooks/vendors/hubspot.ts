import { z } from 'zod';
import { account, anything, id, optionalText, readBody, readMembers } from '../read-body.ts';
import { KIB, type Vendor } from '../vendor.ts';
import { assertHubspot } from './hubspot-signature.ts';

/** Tells ids alone, up to a hundred at a time: each contact is fetched afterwards. */
export const hubspot: Vendor = {
  name: 'hubspot',
  secret: 'HUBSPOT_CLIENT_SECRET',
  limit: 64 * KIB,
  authenticate: assertHubspot,

  read(body, { wish }) {
    const { members, unread } = readMembers(Event, readBody(Events, body));
    const fetches = members.filter(isNewContact).map(({ objectId, portalId }) => ({
      vendor: 'hubspot' as const,
      objectId,
      body: JSON.stringify({ wish, account: portalId }),
    }));
    return { fetches, unread };
  },
};

const Event = z.object({
  ...{ subscriptionType: z.string(), objectTypeId: optionalText },
  ...{ objectId: id, portalId: account },
});

const Events = z.array(anything).max(1_000, 'may hold at most 1,000 events');

const CONTACT_TYPE = '0-1';

function isNewContact({ subscriptionType, objectTypeId }: z.infer<typeof Event>): boolean {
  return (
    subscriptionType === 'contact.creation' ||
    (subscriptionType === 'object.creation' && objectTypeId === CONTACT_TYPE)
  );
}

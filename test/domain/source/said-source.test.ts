import { expect, it } from 'vitest';
import { nameKey } from '../../../src/domain/source/fold.ts';
import { idOwnerKey, partsOfSaid, saidSource } from '../../../src/domain/source/said-source.ts';

it('What a CRM says is of the source that it names, and the ids are the CRM’s', () => {
  const text = saidSource('HubSpot', 'Paid search');
  expect(partsOfSaid(text)).toEqual({ crm: 'HubSpot', name: 'Paid search' });
  expect(idOwnerKey(text)).toBe(idOwnerKey(saidSource('HubSpot', 'Referrals')));
  expect(idOwnerKey(text)).toBe(nameKey('hubspot'));
});

it.each(['Webinar', 'Webinar: HubSpot: Q4', 'HubSpot: ', 'HubSpot', 'HubSpotter: x', ''])(
  '“%s” is what it is',
  (text) => {
    expect(partsOfSaid(text)).toBeNull();
    expect(idOwnerKey(text)).toBe(text === '' ? '' : nameKey(text));
  },
);

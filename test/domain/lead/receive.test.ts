import { expect, it } from 'vitest';
import { type LeadId, NEW_LEAD } from '../../../src/domain/lead/lead.ts';
import { type LeadInput, receive } from '../../../src/domain/lead/receive.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

const RECEPTION = {
  id: 'lead_1' as LeadId,
  actor: 'api',
  post: 'all',
  undated: 'new',
  now: Date.parse('2026-11-17T14:15:00+01:00'),
  settings: SETTINGS,
} as const;

it('takes of what a door hands in the facts alone, and begins with nothing else', () => {
  const handedIn: LeadInput & { row: number } = { source: 'Webinar', name: 'Dana Whitfield', row: 7 };
  const { lead } = receive(handedIn, RECEPTION);
  expect(lead).toEqual({
    ...{ ...NEW_LEAD, id: 'lead_1', source: 'Webinar', name: 'Dana Whitfield' },
    ...{ keys: { email: null, phone: null, company: null }, cardChannel: SETTINGS.leadsChannel },
    ...{ receivedAt: RECEPTION.now, createdAt: RECEPTION.now },
  });
});

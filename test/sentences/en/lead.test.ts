import { expect, it } from 'vitest';
import { leadTitle } from '../../../src/sentences/en/lead.ts';
import { sampleLead } from '../../support/sample-lead.ts';

it('A lead is called by name and company, or by the best there is', () => {
  const nothing = { name: null, company: null, email: null, phone: null, externalId: null };
  expect(leadTitle(sampleLead())).toBe('Dana Whitfield, Harbour Hotels');
  expect(leadTitle({ ...nothing, company: 'Harbour Hotels' })).toBe('Harbour Hotels');
  expect(leadTitle({ ...nothing, phone: '030', externalId: '17' })).toBe('030');
  expect(leadTitle({ ...nothing, externalId: '17' })).toBe('17');
  expect(leadTitle(nothing)).toBe('Somebody');
});

import { expect, it } from 'vitest';
import { factsOf, isOpen, leadTitle, lifeOf } from '../../../src/domain/lead/lead.ts';
import { ANA } from '../../support/people.ts';
import { sampleLead } from '../../support/sample-lead.ts';

it('A lead is called by name and company, or by the best there is', () => {
  const nothing = { name: null, company: null, email: null, phone: null, externalId: null };
  expect(leadTitle(sampleLead())).toBe('Dana Whitfield, Harbour Hotels');
  expect(leadTitle({ ...nothing, company: 'Harbour Hotels' })).toBe('Harbour Hotels');
  expect(leadTitle({ ...nothing, phone: '030', externalId: '17' })).toBe('030');
  expect(leadTitle({ ...nothing, externalId: '17' })).toBe('17');
  expect(leadTitle(nothing)).toBe('Somebody');
});

it('A lead is open until there is a verdict', () => {
  const states = ['new', 'claimed', 'qualified', 'rejected', 'resting', 'won', 'merged'] as const;
  expect(states.filter((state) => isOpen(sampleLead({ state })))).toEqual(['new', 'claimed']);
});

it('Facts are what was told, and the life is what moves change', () => {
  const lead = sampleLead({ state: 'claimed', owner: ANA });
  expect(
    factsOf({ source: 'Webinar', name: 'Dana', state: 'won' } as { source: string; name: string }),
  ).toEqual({
    source: 'Webinar',
    name: 'Dana',
  });
  expect(lifeOf(lead)).toMatchObject({ state: 'claimed', owner: ANA });
  expect(lifeOf(lead)).not.toHaveProperty('name');
  expect(lifeOf(lead)).not.toHaveProperty('version');
});

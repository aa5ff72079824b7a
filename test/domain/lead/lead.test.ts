import { expect, it } from 'vitest';
import { factsOf, isOpen, lifeOf } from '../../../src/domain/lead/lead.ts';
import { ANA } from '../../support/people.ts';
import { sampleLead } from '../../support/sample-lead.ts';

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

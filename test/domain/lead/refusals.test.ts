import { expect, it } from 'vitest';
import { alreadyClaimed, movedOn } from '../../../src/domain/lead/refusals.ts';
import { ANA } from '../../support/people.ts';
import { sampleLead } from '../../support/sample-lead.ts';

it('Who comes second hears who was faster', () => {
  const lead = sampleLead({ state: 'claimed', owner: ANA, claimedAt: 1_000 });
  expect(alreadyClaimed(lead, 4_000)).toMatchObject({
    refusal: { code: 'lead_claimed_before', facts: { by: ANA, aheadMs: 3_000 } },
  });
});

it('Who acts on an old picture hears what it is now, since when, and by whom', () => {
  const facts = (lead: Parameters<typeof movedOn>[0]) => movedOn(lead).refusal.facts;
  const qualified = sampleLead({ state: 'qualified', owner: ANA, claimedAt: 1, verdictAt: 2 });
  expect(facts(qualified)).toEqual({ state: 'qualified', by: ANA, at: 2 });
  expect(facts({ ...qualified, state: 'won', closedAt: 3 })).toEqual({ state: 'won', by: ANA, at: 3 });
  expect(facts(sampleLead({ owner: ANA }))).toEqual({ state: 'new', by: null, at: null });
});

import { expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { matchedEvent } from '../../../src/domain/lead/match.ts';

it('The earlier lead’s history says which one came, and by what it was known', () => {
  const [leadId, earlierId] = ['lead_2' as LeadId, 'lead_1' as LeadId];
  const match = {
    leadId,
    earlierId,
    by: 'phone',
    foundAt: 7,
    told: null,
    toldWith: null,
    decision: null,
  } as const;
  expect(matchedEvent(match)).toEqual({
    kind: 'came_back',
    at: 7,
    actor: 'tango',
    data: { other: leadId, by: 'phone' },
  });
});

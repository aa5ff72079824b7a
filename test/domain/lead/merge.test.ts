import { describe, expect, it } from 'vitest';
import { type LeadId, lifeOf } from '../../../src/domain/lead/lead.ts';
import {
  assertUndecided,
  isMergeable,
  keepApart,
  merge,
  mergeThere,
  split,
} from '../../../src/domain/lead/merge.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const FIRST = sampleLead({ id: 'lead_1' as LeadId });
const AGAIN = sampleLead({ id: 'lead_2' as LeadId, createdAt: 50 });
const by = { person: ANA, isManager: false };

describe('merging', () => {
  it('ends the new one and leaves an earlier one that is open as it is', () => {
    const { merged, kept } = merge({ lead: AGAIN, earlier: FIRST }, by, 99);
    expect(merged.lead).toMatchObject({ state: 'merged', mergedInto: FIRST.id });
    expect(kept.lead).toEqual(FIRST);
  });

  it('takes along the work on the new one where nobody has the earlier one', () => {
    const lead = { ...AGAIN, state: 'claimed' as const, owner: BEN, claimedAt: 60 };
    const { kept } = merge({ lead, earlier: FIRST }, { ...by, person: BEN }, 99);
    expect(kept.lead).toMatchObject({ state: 'claimed', owner: BEN, claimedAt: 60 });
  });

  it('opens an earlier one again that was closed without a deal', () => {
    const rejected = { ...FIRST, state: 'rejected' as const, owner: ANA, verdictAt: 5 };
    expect(merge({ lead: AGAIN, earlier: rejected }, by, 99).kept.lead).toMatchObject({
      ...{ state: 'claimed', owner: ANA, claimedAt: 99, openSince: 50, verdictAt: null },
    });
    const lost = { ...FIRST, state: 'lost' as const, owner: ANA, closedAt: 6 };
    expect(merge({ lead: AGAIN, earlier: lost }, by, 99).kept.lead).toMatchObject({
      state: 'qualified',
      closedAt: null,
    });
  });

  it('is not for a deal of its own, nor for who works on neither', () => {
    expect(isMergeable({ ...AGAIN, state: 'won' })).toBe(false);
    expect(() => merge({ lead: { ...AGAIN, state: 'won' }, earlier: FIRST }, by, 99)).toThrow(
      refused('lead_moved_on'),
    );
    const owned = { lead: { ...AGAIN, owner: ANA, state: 'claimed' as const }, earlier: FIRST };
    const ben = { person: BEN, isManager: false };
    expect(() => merge(owned, ben, 99)).toThrow(refused('match_not_yours', { owners: [ANA] }));
    expect(merge(owned, { person: MAX, isManager: true }, 99).merged.lead.state).toBe('merged');
  });
});

describe('merged by the vendor', () => {
  it('leaves the earlier one, unless the other is a deal already', () => {
    expect(mergeThere([FIRST, AGAIN], 99)).toMatchObject({
      lead: { id: AGAIN.id },
      earlier: { id: FIRST.id },
    });
    const won = { ...AGAIN, state: 'won' as const };
    expect(mergeThere([FIRST, won], 99)).toMatchObject({ lead: { id: FIRST.id }, kept: { lead: won } });
    expect(mergeThere([{ ...FIRST, state: 'qualified' }, won], 99)).toBeNull();
  });

  it('names who worked on the one that is done with, where another one has it now', () => {
    const mine = { ...FIRST, state: 'claimed' as const, owner: ANA };
    const yours = { ...AGAIN, state: 'claimed' as const, owner: BEN };
    expect(mergeThere([mine, yours], 99)?.kept.event.data).toEqual({ from: AGAIN.id, had: BEN });
    expect(mergeThere([FIRST, yours], 99)?.kept.event.data).toEqual({ from: AGAIN.id, had: null });
  });
});

it('Parted, both are what they were before', () => {
  const { merged, kept } = merge({ lead: AGAIN, earlier: FIRST }, by, 99);
  const before = { lead: lifeOf(AGAIN), earlier: lifeOf(FIRST) };
  const { back, left } = split({ lead: merged.lead, earlier: kept.lead }, by, before, 100);
  expect(back.lead).toEqual(AGAIN);
  expect(left.lead).toEqual(FIRST);
  expect(() => split({ lead: AGAIN, earlier: FIRST }, by, before, 100)).toThrow(refused('lead_moved_on'));
});

it('Kept apart, each history names the other', () => {
  const [forLead, forEarlier] = keepApart({ lead: AGAIN, earlier: FIRST }, by, 99);
  expect([forLead.data, forEarlier.data]).toEqual([{ other: FIRST.id }, { other: AGAIN.id }]);
});

it('What is decided is decided', () => {
  const match = {
    leadId: AGAIN.id,
    earlierId: FIRST.id,
    by: 'email',
    foundAt: 1,
    told: null,
    toldWith: null,
  } as const;
  assertUndecided({ ...match, decision: null });
  const decision = { kind: 'merged', by: BEN, at: 2 } as const;
  expect(() => assertUndecided({ ...match, decision })).toThrow(refused('match_decided', { by: BEN }));
});

import { describe, expect, it } from 'vitest';
import { assertWorkable, claim, contacted, release } from '../../../src/domain/lead/claim.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const NEW = sampleLead();
const CLAIMED = sampleLead({ state: 'claimed', owner: ANA, claimedAt: 1_000 });
const by = (person: typeof ANA, isManager = false) => ({ person, isManager });

describe('a claim', () => {
  it('makes a new lead the clicker’s, and ends its snooze', () => {
    const { lead, event } = claim({ ...NEW, snoozedUntil: 9 }, by(ANA), 2_000);
    expect(lead).toMatchObject({ state: 'claimed', owner: ANA, claimedAt: 2_000, snoozedUntil: null });
    expect(event).toMatchObject({ kind: 'claimed', actor: ANA, at: 2_000 });
  });

  it('tells the slower one who was faster and by how much', () => {
    const faster = refused('lead_claimed_before', { by: ANA, aheadMs: 4_000 });
    expect(() => claim(CLAIMED, by(BEN), 5_000)).toThrow(faster);
    expect(() => claim({ ...NEW, state: 'won' }, by(BEN), 5_000)).toThrow(refused('lead_moved_on'));
  });
});

it('A release leaves nothing of whoever had it', () => {
  const { lead, event } = release({ ...CLAIMED, contactedAt: 3, snoozedUntil: 9 }, by(MAX, true), 4);
  expect(lead).toMatchObject({
    state: 'new',
    owner: null,
    claimedAt: null,
    contactedAt: null,
    snoozedUntil: null,
  });
  expect(event.data).toMatchObject({ from: ANA, why: null });
});

it('A first contact is said once', () => {
  const { lead } = contacted(CLAIMED, by(ANA), 4);
  expect(lead.contactedAt).toBe(4);
  expect(() => contacted(lead, by(ANA), 5)).toThrow(refused('lead_moved_on'));
});

it('A lead is its owner’s to move, or a manager’s, and anybody’s while it is new', () => {
  expect(() => assertWorkable(CLAIMED, by(BEN), { states: ['claimed'], what: 'qualify' })).toThrow(
    refused('lead_not_yours', { owner: ANA, what: 'qualify' }),
  );
  for (const who of [by(ANA), by(MAX, true)])
    assertWorkable(CLAIMED, who, { states: ['claimed'], what: 'qualify' });
  assertWorkable(NEW, by(BEN), { states: ['new'], what: 'qualify' });
  expect(() => assertWorkable(NEW, by(BEN), { states: ['claimed'], what: 'qualify' })).toThrow(
    refused('lead_moved_on'),
  );
});

import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import {
  assertMayPropose,
  declined,
  isOpen,
  mayPropose,
  maySign,
  proposedBy,
  replaced,
  sidesOf,
  sideWaitedFor,
  waitsForSignature,
  withdrawn,
  withSignature,
} from '../../../src/domain/team/signing.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

const NOW = 1_000;

const byMia = () => proposedBy({ person: MIA, now: NOW }, SETTINGS);
const later = (person: PersonId) => ({ person, now: NOW + 1 });

describe('what both sides sign', () => {
  it('is proposed by managers and marketers', () => {
    expect([MAX, MIA, ANA].map((person) => mayPropose(SETTINGS, person))).toEqual([true, true, false]);
    expect(() => assertMayPropose(SETTINGS, ANA)).toThrow(refused('proposers_only'));
    expect(() => proposedBy(later(ANA), SETTINGS)).toThrow(refused('proposers_only'));
  });

  it('is signed by who proposes it for their own side, and counts with the other', () => {
    expect(byMia()).toMatchObject({ signatures: { marketing: MIA, sales: null }, signedAt: null });
    expect(sideWaitedFor(byMia())).toBe('sales');
    expect(() => withSignature(byMia(), later(MIA), SETTINGS)).toThrow(refused('signed_already'));
    const signed = withSignature(byMia(), later(BEN), SETTINGS);
    expect(signed).toMatchObject({ signatures: { marketing: MIA, sales: BEN }, signedAt: NOW + 1 });
    expect(sideWaitedFor(signed)).toBeNull();
    expect(isOpen(signed)).toBe(false);
    expect(() => withSignature(signed, later(MAX), SETTINGS)).toThrow(refused('proposal_counts'));
  });

  it('is signed for marketing by a marketer alone, once there is one', () => {
    const byMax = proposedBy({ person: MAX, now: NOW }, SETTINGS);
    expect(byMax.signatures).toEqual({ marketing: null, sales: MAX });
    expect(() => withSignature(byMax, later(BEN), SETTINGS)).toThrow(
      refused('side_signed_already', { by: MAX, side: 'sales' }),
    );
    const noMarketer = { ...SETTINGS, marketers: [] };
    expect(sidesOf(noMarketer, BEN)).toEqual(['marketing', 'sales']);
    const alone = proposedBy({ person: MAX, now: NOW }, noMarketer);
    expect(withSignature(alone, later(BEN), noMarketer).signedAt).toBe(NOW + 1);
    expect(() => withSignature(alone, later(MAX), noMarketer)).toThrow(refused('signed_already'));
  });

  it('is declined with a reason by who could sign it, and by nobody else', () => {
    const no = declined(byMia(), { ...later(MAX), reason: ' Too many ' }, SETTINGS);
    expect(no.end).toEqual({ how: 'declined', by: MAX, at: NOW + 1, reason: 'Too many' });
    expect(() => withSignature(no, later(MAX), SETTINGS)).toThrow(
      refused('proposal_ended', { how: 'declined', by: MAX }),
    );
    expect(() => declined(byMia(), { ...later(MAX), reason: '  ' }, SETTINGS)).toThrow(
      refused('decline_reason_needed'),
    );
    expect(() => declined(byMia(), { ...later(MIA), reason: 'No' }, SETTINGS)).toThrow(
      refused('signed_already'),
    );
  });

  it('is withdrawn by who has proposed it, while it waits', () => {
    expect(withdrawn(byMia(), later(MIA)).end).toMatchObject({ how: 'withdrawn', by: MIA });
    expect(() => withdrawn(byMia(), later(MAX))).toThrow(refused('proposal_not_yours', { by: MIA }));
    const signed = withSignature(byMia(), later(BEN), SETTINGS);
    expect(() => withdrawn(signed, later(MIA))).toThrow(refused('proposal_counts'));
    expect(replaced(signed, NOW + 2).end).toMatchObject({ how: 'replaced', by: null });
  });

  it('waits for those who decide, though others could sign as well', () => {
    expect([ANA, MAX, MIA].map((person) => maySign(byMia(), person, SETTINGS))).toEqual([true, true, false]);
    expect([ANA, MAX, MIA].map((person) => waitsForSignature(byMia(), person, SETTINGS))).toEqual([
      ...[false, true, false],
    ]);
  });
});

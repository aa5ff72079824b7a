import { describe, expect, it } from 'vitest';
import { criteriaText, readCriteria } from '../../src/domain/definition/criteria.ts';
import { FIRST_DEFINITION } from '../../src/domain/definition/definition.ts';
import { type ProposalDraft, propose, sign } from '../../src/domain/definition/proposal.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import type { Settings } from '../../src/domain/team/settings.ts';
import { ANA, BEN, MAX, MIA } from '../support/people.ts';
import { refused, saying } from '../support/refused.ts';
import { SETTINGS } from '../support/sample-lead.ts';

const NOW = 1_000;

function proposed(draft: Partial<ProposalDraft> = {}, settings: Settings = SETTINGS) {
  const asked = { marketing: null, sales: null };
  return propose(
    { person: MIA, criteria: '* Fits our market', asked, ...draft },
    { settings, current: FIRST_DEFINITION, lastVersion: 1, now: NOW },
  );
}

describe('criteria', () => {
  it('are one a line, required with a star, and keep the code of one that was there', () => {
    const text = '*Fits our market\n- Wants it this year\n\n  * Wants it this YEAR!';
    expect(readCriteria(text, FIRST_DEFINITION.criteria)).toEqual([
      { code: 'fits', label: 'Fits our market', required: true },
      { code: 'wants_it_this_year', label: 'Wants it this year', required: false },
      { code: 'wants_it_this_year_2', label: 'Wants it this YEAR!', required: true },
    ]);
  });

  it('read back as they are written', () => {
    const { criteria } = FIRST_DEFINITION;
    expect(readCriteria(criteriaText(criteria), criteria)).toEqual(criteria);
  });

  it.each([
    ['', 'One criterion a line.'],
    ['*', 'A star needs a criterion'],
    ['A\na', 'is there twice'],
    ['x'.repeat(76), 'At most 75 characters'],
    [Array.from({ length: 11 }, (_, n) => `c${n}`).join('\n'), 'these are 11'],
  ])('such as %j are refused', (text, why) => {
    expect(() => readCriteria(text, [])).toThrow(saying(why));
  });
});

describe('a proposal', () => {
  it('is made by managers and marketers', () => {
    expect(proposed({ person: MAX }).version).toBe(2);
    expect(() => proposed({ person: ANA })).toThrow(refused('proposers_only'));
  });

  it('counts with the second signature, of the other side', () => {
    const half = sign(proposed(), MIA, SETTINGS, NOW);
    expect(half).toMatchObject({ signatures: { marketing: MIA, sales: null }, signedAt: null });
    expect(sign(half, BEN, SETTINGS, NOW + 1)).toMatchObject({
      signatures: { marketing: MIA, sales: BEN },
      signedAt: NOW + 1,
    });
  });

  it('is signed by nobody twice, also where no marketer is named and anybody may speak for either side', () => {
    const small = { ...SETTINGS, marketers: [] as PersonId[] };
    const half = sign(proposed({}, small), ANA, small, NOW);
    expect(() => sign(half, ANA, small, NOW)).toThrow(refused('signed_already'));
    expect(sign(half, BEN, small, NOW).signedAt).toBe(NOW);
  });

  it('that asks somebody by name takes no other signature of that side', () => {
    const asks = proposed({ asked: { marketing: null, sales: MAX } });
    expect(() => sign(asks, ANA, SETTINGS, NOW)).toThrow(
      refused('other_asked_to_sign', { person: MAX, side: 'sales' }),
    );
    expect(sign(asks, MAX, SETTINGS, NOW).signatures.sales).toBe(MAX);
  });

  it('asks for a signature only whom it can', () => {
    expect(() => proposed({ asked: { marketing: ANA, sales: null } })).toThrow(
      refused('cannot_sign_for', { side: 'marketing' }),
    );
    expect(() => proposed({ asked: { marketing: null, sales: MIA } })).toThrow(
      refused('cannot_sign_for', { side: 'sales' }),
    );
  });

  it('that was signed by both, or replaced, takes no signature', () => {
    expect(() => sign({ ...proposed(), replacedAt: NOW }, MIA, SETTINGS, NOW)).toThrow(
      refused('proposal_replaced'),
    );
    expect(() => sign({ ...proposed(), signedAt: NOW }, MIA, SETTINGS, NOW)).toThrow(
      refused('proposal_signed'),
    );
  });
});

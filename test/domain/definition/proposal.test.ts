import { describe, expect, it } from 'vitest';
import { FIRST_DEFINITION } from '../../../src/domain/definition/definition.ts';
import { type ProposalDraft, propose, sign } from '../../../src/domain/definition/proposal.ts';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import type { Settings } from '../../../src/domain/team/settings.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

const NOW = 1_000;

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
    expect(() =>
      sign({ ...proposed(), end: { how: 'replaced', by: null, at: NOW, reason: null } }, MIA, SETTINGS, NOW),
    ).toThrow(refused('proposal_ended'));
    expect(() => sign({ ...proposed(), signedAt: NOW }, MIA, SETTINGS, NOW)).toThrow(
      refused('proposal_counts'),
    );
  });
});

function proposed(draft: Partial<ProposalDraft> = {}, settings: Settings = SETTINGS) {
  const asked = { marketing: null, sales: null };
  return propose(
    { person: MIA, criteria: '* Fits our market', asked, ...draft },
    { settings, current: FIRST_DEFINITION, lastVersion: 1, now: NOW },
  );
}

const NOBODY = { marketing: null, sales: null };

it('a definition is asked of two people, signed once a side, and somewhere', () => {
  const standing = { settings: SETTINGS, current: FIRST_DEFINITION, lastVersion: 1, now: NOW };
  const proposed = (draft: Partial<ProposalDraft> = {}, settings = SETTINGS) =>
    propose({ person: MAX, criteria: '* Fits', asked: NOBODY, ...draft }, { ...standing, settings });
  const nowhere = { ...SETTINGS, scorecardChannel: null, leadsChannel: null };
  expect(() => proposed({}, nowhere)).toThrow(refused('proposal_channel_needed'));
  const noMarketer = { ...SETTINGS, marketers: [] };
  const both = () => proposed({ asked: { marketing: ANA, sales: ANA } }, noMarketer);
  expect(both).toThrow(refused('one_for_both_sides'));
  const half = sign(proposed(), ANA, SETTINGS, NOW);
  expect(() => sign(half, BEN, SETTINGS, NOW)).toThrow(
    refused('side_signed_already', { by: ANA, side: 'sales' }),
  );
  expect(sign(half, MIA, SETTINGS, NOW).signedAt).toBe(NOW);
});

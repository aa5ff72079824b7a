import { expect, it } from 'vitest';
import { reject } from '../../../src/domain/lead/reject.ts';
import { FIRST_REASONS } from '../../../src/domain/reject-reason/reject-reason.ts';
import { ANA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const NOW = Date.parse('2026-11-17T14:15:00+01:00');

const BY_ANA = { person: ANA, isManager: false };

const CLAIMED = sampleLead({ state: 'claimed', owner: ANA, claimedAt: NOW });

it('a lead does not rest for longer than three years', () => {
  const reason = FIRST_REASONS.find(({ needs }) => needs === 'date')!;
  const until = (detail: string) => () =>
    reject(CLAIMED, BY_ANA, { reason, detail, note: null }, { now: NOW, today: '2026-11-17' });
  expect(until('2029-11-18')).toThrow(refused('rest_too_long', { years: 3 }));
  expect(until('2029-11-17')().lead.restsUntil).toBe('2029-11-17');
});

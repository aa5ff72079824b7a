import { expect, it } from 'vitest';
import { handOver, snooze, wakeNow } from '../../../src/domain/lead/assign.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { refused, saying } from '../../support/refused.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const DAY = 86_400_000;

const NOW = Date.parse('2026-11-17T14:15:00+01:00');

const BY_ANA = { person: ANA, isManager: false };

const CLAIMED = sampleLead({ state: 'claimed', owner: ANA, claimedAt: NOW });

it('a lead is not handed over to who has it already', () => {
  const toAna = () => handOver(CLAIMED, BY_ANA, { person: ANA, note: null }, NOW);
  expect(toAna).toThrow(refused('lead_theirs_already'));
  expect(toAna).toThrow(saying('This lead is theirs already.'));
  expect(handOver(CLAIMED, BY_ANA, { person: BEN, note: null }, NOW).lead.owner).toBe(BEN);
});

it('a lead is not put off for longer than 90 days', () => {
  const until = (days: number) => () => snooze(CLAIMED, BY_ANA, NOW + days * DAY, NOW);
  expect(until(91)).toThrow(refused('snooze_too_long', { most: 90 }));
  expect(until(90)().lead.snoozedUntil).toBe(NOW + 90 * DAY);
});

it('a lead that nobody has is put off by a manager alone: who passes by silences nobody', () => {
  const until = NOW + DAY;
  expect(() => snooze(sampleLead(), BY_ANA, until, NOW)).toThrow(refused('snooze_unclaimed'));
  const byManager = { person: MAX, isManager: true };
  expect(snooze(sampleLead(), byManager, until, NOW).lead.snoozedUntil).toBe(until);
  expect(snooze(CLAIMED, byManager, until, NOW).lead.snoozedUntil).toBe(until);
});

it('a snoozed lead is woken by its owner or a manager, and only while it is snoozed', () => {
  const snoozed = { ...CLAIMED, snoozedUntil: NOW + DAY };
  expect(wakeNow(snoozed, BY_ANA, NOW)).toMatchObject({
    lead: { snoozedUntil: null, state: 'claimed', owner: ANA },
    event: { kind: 'woken', actor: ANA },
  });
  expect(wakeNow(snoozed, { person: MAX, isManager: true }, NOW).lead.snoozedUntil).toBe(null);
  const byBen = { person: BEN, isManager: false };
  expect(() => wakeNow(snoozed, byBen, NOW)).toThrow(
    refused('lead_not_yours', { owner: ANA, what: 'snooze' }),
  );
  expect(() => wakeNow(snoozed, BY_ANA, NOW + DAY)).toThrow(refused('lead_not_snoozed'));
  expect(() => wakeNow(CLAIMED, BY_ANA, NOW)).toThrow(refused('lead_not_snoozed'));
});

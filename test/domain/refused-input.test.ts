/** Refusals that no story comes upon: each by its code, and where it is about a field, beside that. */
import { expect, it } from 'vitest';
import { FIRST_DEFINITION } from '../../src/domain/definition/definition.ts';
import { type ProposalDraft, propose, sign } from '../../src/domain/definition/proposal.ts';
import { handOver, snooze } from '../../src/domain/lead/assign.ts';
import { reject } from '../../src/domain/lead/reject.ts';
import { moneyOf } from '../../src/domain/money/money.ts';
import { LONGEST_LABEL, retireReason, rewordReason } from '../../src/domain/reject-reason/reason-list.ts';
import { FIRST_REASONS } from '../../src/domain/reject-reason/reject-reason.ts';
import { putRule } from '../../src/domain/routing/change-routing.ts';
import { changeSettings, type SettingsChange } from '../../src/domain/team/change-settings.ts';
import { ANA, BEN, MAX, MIA } from '../support/people.ts';
import { refused, saying } from '../support/refused.ts';
import { SETTINGS, sampleLead } from '../support/sample-lead.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-17T14:15:00+01:00');
const BY_ANA = { person: ANA, isManager: false };
const CLAIMED = sampleLead({ state: 'claimed', owner: ANA, claimedAt: NOW });
const RULE = { sources: [], regions: [], mode: 'assign' as const, people: [ANA], twice: [], cap: null };
const NOBODY = { marketing: null, sales: null };

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

it('a lead does not rest for longer than three years', () => {
  const reason = FIRST_REASONS.find(({ needs }) => needs === 'date')!;
  const until = (detail: string) => () =>
    reject(CLAIMED, BY_ANA, { reason, detail, note: null }, { now: NOW, today: '2026-11-17' });
  expect(until('2029-11-18')).toThrow(refused('rest_too_long', { years: 3 }));
  expect(until('2029-11-17')().lead.restsUntil).toBe('2029-11-17');
});

it('the list of reject reasons keeps one, with a name that a menu can show', () => {
  const list = FIRST_REASONS.map((reason) => ({ ...reason, retiredAt: null }));
  const [first] = list;
  const words = { consequence: null, whoActs: null };
  const named = (label: string) => () => rewordReason(list, first!.code, { ...words, label });
  for (const label of [' ', 'x'.repeat(LONGEST_LABEL + 1)])
    expect(named(label)).toThrow(refused('reason_label_length', { most: LONGEST_LABEL }));
  expect(() => retireReason([first!], first!.code, NOW)).toThrow(refused('last_reason'));
});

it('a routing rule has people, and there are twenty at most', () => {
  const full = {
    rules: Array.from({ length: 20 }, (_, n) => putRule({ rules: [] }, `${n}`, RULE).rules[0]!),
  };
  expect(() => putRule(full, 'another', RULE)).toThrow(refused('too_many_rules', { most: 20 }));
  expect(putRule(full, '3', RULE).rules).toHaveLength(20);
  expect(() => putRule({ rules: [] }, '1', { ...RULE, people: [] })).toThrow(refused('rule_people_needed'));
});

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

it.each<[string, SettingsChange, Error]>([
  ['a beginning', { calendar: { from: '' } }, refused('start_needed')],
  ['a time of the scorecard', { scorecardAt: { weekday: 1, time: '' } }, refused('time_needed')],
  [
    '400 days off at most',
    { calendar: { daysOff: Array.from({ length: 401 }, () => '2026-12-24') } },
    refused('too_many_days_off', { most: 400 }),
  ],
])('the settings have %s', (_what, change, refusal) => {
  expect(() => changeSettings(SETTINGS, change)).toThrow(refusal);
});

it('an amount is a number that can be counted exactly, in a currency that there is', () => {
  expect(() => moneyOf('about 5', 'EUR')).toThrow(refused('no_amount', { text: 'about 5' }));
  expect(() => moneyOf(Number.NaN, 'EUR')).toThrow(refused('amount_not_finite'));
  expect(() => moneyOf('90071992547409.92', 'EUR')).toThrow(refused('amount_too_large'));
  expect(moneyOf('90071992547409.91', 'EUR').minor).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => moneyOf('5', 'EURO')).toThrow(refused('no_currency', { text: 'EURO' }));
});

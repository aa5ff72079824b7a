import { describe, expect, it } from 'vitest';
import {
  assertMayManage,
  changeSettings,
  type SettingsChange,
} from '../../../src/domain/team/change-settings.ts';
import { settingChanges } from '../../../src/domain/team/setting-values.ts';
import { AppError } from '../../../src/errors.ts';
import { officesOf } from '../../support/offices.ts';
import { ANA, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

describe('a change of the settings', () => {
  it.each<[string, SettingsChange, string[]]>([
    ['no working day', { calendar: { weekdays: [] } }, ['weekdays']],
    ['a second part of the day without an end', again('16:30', ''), ['againTo']],
    ['one without a beginning', again('', '20:00'), ['againFrom']],
    ['one that overlaps the first', again('17:00', '20:00'), ['againFrom']],
    ['an end before the start', { calendar: { from: '18:00', to: '09:00' } }, ['to']],
    ['a day that is none', { calendar: { daysOff: ['2026-12-24', '2026-02-30'] } }, ['daysOff']],
    ['a region that is none', { calendar: { region: 'XX-99' } }, ['region']],
    ['a zone that is none', { timezone: 'Berlin' }, ['timezone']],
    ['nobody as manager', { offices: officesOf([]) }, ['managers']],
    ['no leads channel', { leadsChannel: null }, ['leadsChannel']],
    [
      'a promise of nothing',
      { promises: { ...SETTINGS.promises, claim: { hot: 0, standard: Number.NaN } } },
      ['claim_hot', 'claim_standard'],
    ],
    ['what is sensible', { calendar: { to: '24:00', region: 'DE-BY' }, fieldChannel: null }, []],
  ])('to %s names the field', (_what, change, fields) => {
    expect(badFields(change)).toEqual(fields);
  });

  it('of the hours keeps a promise of five days at five days', () => {
    const after = changeSettings(SETTINGS, { calendar: { from: '08:00', to: '18:00' } });
    expect(after.promises.verdict.hot).toBe(5 * 600);
    expect(after.promises.claim.hot).toBe(15);
    expect(settingChanges(SETTINGS, after).map(({ what }) => what)).toEqual([{ code: 'hours' }]);
  });

  it('to two parts of a day is in the log, and so is the way back; parts that touch are one', () => {
    const split = { from: '09:00', to: '14:00', more: [{ from: '16:30', to: '20:00' }] };
    const after = changeSettings(SETTINGS, { calendar: split });
    expect(after.promises.verdict.hot).toBe(5 * 510);
    const [change] = settingChanges(SETTINGS, after);
    expect(change).toMatchObject({
      before: { hours: { from: '09:00', to: '18:00' } },
      after: { hours: split },
    });
    const back = changeSettings(after, { calendar: { more: undefined } });
    expect(settingChanges(after, back)).toHaveLength(1);
    const touching = { from: '09:00', to: '14:00', more: [{ from: '14:00', to: '18:00' }] };
    expect(settingChanges(SETTINGS, changeSettings(SETTINGS, { calendar: touching }))).toEqual([]);
  });

  it('is for managers, and for anybody while none is named', () => {
    expect(() => assertMayManage(SETTINGS, MAX)).not.toThrow();
    expect(() => assertMayManage(SETTINGS, ANA)).toThrow(refused('managers_only', { managers: [MAX] }));
    expect(() => assertMayManage({ managers: [] }, ANA)).not.toThrow();
  });
});

/** Beside nine to six. */
function again(from: string, to: string): SettingsChange {
  return { calendar: { more: [{ from, to }] } };
}

function badFields(change: SettingsChange): string[] {
  try {
    changeSettings(SETTINGS, change);
    return [];
  } catch (refusal) {
    if (!(refusal instanceof AppError)) throw refusal;
    return refusal.problems.map(({ field }) => field);
  }
}

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

import { expect, it } from 'vitest';
import { settingChanges, settingValues } from '../../../src/domain/team/setting-values.ts';
import { officesOf } from '../../support/offices.ts';
import { ANA, MAX } from '../../support/people.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

it('Each setting has a name of its own', () => {
  const names = settingValues(SETTINGS).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it('A change is what is other than before, with both', () => {
  const after = { ...SETTINGS, offices: officesOf([MAX, ANA]), fieldChannel: null };
  expect(settingChanges(SETTINGS, after)).toEqual([
    { what: { code: 'field_channel' }, before: { channel: 'C_FIELD' }, after: null },
    { what: { code: 'managers' }, before: { people: [MAX] }, after: { people: [MAX, ANA] } },
  ]);
  expect(settingChanges(SETTINGS, { ...SETTINGS })).toEqual([]);
});

it('The order in which weekdays were ticked is no change', () => {
  const calendar = { ...SETTINGS.calendar, weekdays: SETTINGS.calendar.weekdays.toReversed() };
  expect(settingChanges(SETTINGS, { ...SETTINGS, calendar })).toEqual([]);
});

import { expect, it } from 'vitest';
import { isPeriodKind, REPORT_KEYS } from '../../../src/domain/report/report-keys.ts';

it('A report is told by what leads say of themselves, or by when they came', () => {
  expect(REPORT_KEYS.filter(isPeriodKind)).toEqual(['month', 'week']);
  expect(REPORT_KEYS.filter((key) => !isPeriodKind(key))).toEqual(['source', 'campaign', 'segment', 'owner']);
  expect(isPeriodKind('year')).toBe(false);
});

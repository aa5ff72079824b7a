import { expect, it } from 'vitest';
import { type AuditValue, isChange } from '../../../src/domain/team/audit.ts';
import { ANA, MAX } from '../../support/people.ts';

it.each<[string, AuditValue, AuditValue, boolean]>([
  ['the same people', { people: [MAX, ANA] }, { people: [MAX, ANA] }, false],
  ['one more', { people: [MAX] }, { people: [MAX, ANA] }, true],
  ['what was not there before', null, { leave: [] }, true],
  ['a region that is left', { region: 'DE-BY' }, { region: null }, true],
])('%s: is it a change?', (_what, before, after, expected) => {
  expect(isChange({ before, after })).toBe(expected);
});

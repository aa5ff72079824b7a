import { expect, it } from 'vitest';
import {
  assertDays,
  assertMayTend,
  assertName,
  assertSplit,
} from '../../../src/domain/source/change-sources.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';

it('Marketers, managers and the command line change sources; where nobody is named anybody does', () => {
  const team = { managers: [MAX], marketers: [MIA] };
  for (const by of [MAX, MIA, 'import'] as const) expect(() => assertMayTend(team, by)).not.toThrow();
  expect(() => assertMayTend(team, ANA)).toThrow();
  expect(() => assertMayTend({ managers: [], marketers: [] }, ANA)).not.toThrow();
});

it('A name is one line of some length', () => {
  expect(assertName('name', '  Trade   fair ')).toBe('Trade fair');
  expect(() => assertName('name', '  ')).toThrow();
  expect(() => assertName('name', 'x'.repeat(201))).toThrow();
});

it('A campaign does not end before it starts', () => {
  expect(() => assertDays({ startsOn: '2026-10-01', endsOn: null })).not.toThrow();
  expect(() => assertDays({ startsOn: '2026-10-02', endsOn: '2026-10-01' })).toThrow();
});

it('Of what is taken apart something is chosen, and its name stays', () => {
  expect(() => assertSplit('Fair', ['fair', 'messe'], ['messe'])).not.toThrow();
  expect(() => assertSplit('Fair', ['fair', 'messe'], [])).toThrow();
  expect(() => assertSplit('Fair', ['fair', 'messe'], ['fair'])).toThrow();
});

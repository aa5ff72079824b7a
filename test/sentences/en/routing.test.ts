import { expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { sayTurn } from '../../../src/sentences/en/routing.ts';
import { ANA, BEN } from '../../support/people.ts';

const names = { person: (id: string | null) => `@${id}`, text: (text: string) => text };
const note = { to: ANA, what: 'Webinar', open: 3, cap: 8, passed: [] };

it('A turn says whose it is, for what, with how many open, and who was passed over', () => {
  expect(sayTurn({ ...note, passed: [{ person: BEN, why: 'leave' }] }, names)).toBe(
    '@U_ANA: next in turn for Webinar, 3 open of 8; @U_BEN is on leave',
  );
  expect(sayTurn({ ...note, what: null, cap: null }, names)).toBe('@U_ANA: next in turn, 3 open');
  expect(sayTurn({ ...note, to: null }, names)).toBe('nobody is there for Webinar');
});

it('Of many who are not there five are named', () => {
  const passed = Array.from({ length: 7 }, (_, n) => ({
    person: `U_${n}` as PersonId,
    why: 'full' as const,
  }));
  expect(sayTurn({ ...note, passed }, names)).toMatch(/@U_4 has as many[^;]*; 2 more are not there$/);
});

import { expect, it } from 'vitest';
import { homeRoles } from '../../src/domain/home.ts';
import { ANA, MAX, MIA } from '../support/people.ts';
import { samplePerson, teamOf } from '../support/sample-person.ts';

it('A Home shows first what its person is named for, and what anybody may while nobody is named last', () => {
  const team = teamOf(samplePerson(ANA), samplePerson(MIA), samplePerson(MAX));
  expect(homeRoles(team, ANA)).toEqual(['rep']);
  expect(homeRoles(team, MIA)).toEqual(['marketer', 'rep']);
  expect(homeRoles(team, MAX)).toEqual(['manager', 'rep']);
  expect(homeRoles({ ...team, managers: [], marketers: [] }, ANA)).toEqual(['rep', 'manager', 'marketer']);
});

it('Who is let in without being a member sees their leads alone, and who may not act sees nothing', () => {
  const nobodyNamed = { managers: [], marketers: [] };
  const guest = { ...teamOf(samplePerson(ANA, { account: 'guest' })), ...nobodyNamed };
  expect(homeRoles(guest, ANA)).toEqual([]);
  expect(homeRoles({ ...guest, admitted: { guests: true, connected: false } }, ANA)).toEqual(['rep']);
  expect(homeRoles({ ...teamOf(samplePerson(ANA, { isActive: false })), ...nobodyNamed }, ANA)).toEqual([]);
});

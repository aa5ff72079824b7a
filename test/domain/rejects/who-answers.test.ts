import { expect, it } from 'vitest';
import { whoAnswers } from '../../../src/domain/rejects/who-answers.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { samplePerson, teamOf } from '../../support/sample-person.ts';

const MONDAY = berlin('2026-11-23T09:00');
const GONE = { isActive: false };
const AWAY = { leave: [{ from: '2026-11-20', to: '2026-11-27' }] };

it('The campaign’s owner is asked, then the source’s; an account that is gone passes it on', () => {
  const all = teamOf(samplePerson(ANA), samplePerson(BEN), samplePerson(MIA));
  expect(whoAnswers([ANA, BEN], all, MONDAY)).toBe(ANA);
  expect(whoAnswers([null, BEN], all, MONDAY)).toBe(BEN);
  expect(whoAnswers([ANA, BEN], teamOf(samplePerson(ANA, GONE), samplePerson(BEN)), MONDAY)).toBe(BEN);
  expect(whoAnswers([ANA, null], teamOf(samplePerson(ANA, { account: 'guest' })), MONDAY)).toBe(MIA);
});

it('An owner who is on leave is asked all the same: it is theirs', () => {
  expect(whoAnswers([ANA, BEN], teamOf(samplePerson(ANA, AWAY), samplePerson(BEN)), MONDAY)).toBe(ANA);
});

it('Where nobody has it: the first of marketing at work, who is not on leave, whoever there is; a manager; nobody', () => {
  const marketers = [MIA, BEN];
  const here = { ...teamOf(samplePerson(MIA, AWAY), samplePerson(BEN)), marketers };
  expect(whoAnswers([null, null], here, MONDAY)).toBe(BEN);
  expect(whoAnswers([null, null], here, berlin('2026-11-22T09:00'))).toBe(BEN);
  const allAway = { ...teamOf(samplePerson(MIA, AWAY), samplePerson(BEN, AWAY)), marketers };
  expect(whoAnswers([null, null], allAway, MONDAY)).toBe(MIA);
  const nobody = { ...teamOf(samplePerson(MIA, GONE)), marketers: [MIA] };
  expect(whoAnswers([null, null], nobody, MONDAY)).toBe(MAX);
  expect(whoAnswers([null, null], { ...nobody, managers: [] }, MONDAY)).toBe(null);
});

import { expect, it } from 'vitest';
import {
  answer,
  assertAnswerable,
  CORRECTED_WITHIN,
  correctAnswer,
  correctable,
  withdrawAnswer,
} from '../../../src/domain/rejects/answer.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { SETTINGS } from '../../support/sample-lead.ts';
import { ANSWER, sampleRejects } from '../../support/sample-rejects.ts';

const GIVEN = { change: 'form', sentence: 'We ask for the number of rooms' } as const;
const by = (person = MIA, at = ANSWER.at) => ({ by: person, at, settings: SETTINGS });

it('Whoever was asked answers, anybody of marketing, or a manager; once', () => {
  const rejects = sampleRejects({ owner: ANA });
  for (const person of [ANA, MIA, MAX]) expect(() => assertAnswerable(rejects, by(person))).not.toThrow();
  expect(() => assertAnswerable(rejects, by(BEN))).toThrow(refused('rejects_not_yours', { owner: ANA }));
  const { rejects: after, event } = answer(rejects, { ...GIVEN, reason: 'no_need' }, by());
  expect(after.answer).toEqual({ ...GIVEN, reason: 'no_need', by: MIA, at: ANSWER.at });
  expect(event).toEqual({ ...GIVEN, kind: 'answered', actor: MIA, at: ANSWER.at });
  expect(() => answer(after, { ...GIVEN, reason: 'no_need' }, by(MAX))).toThrow(
    refused('rejects_answered', { by: MIA }),
  );
});

it('It is corrected by who gave it within a quarter of an hour, by a manager ever after, and keeps when it was given', () => {
  const rejects = sampleRejects({ answer: ANSWER });
  const last = ANSWER.at + CORRECTED_WITHIN;
  const { rejects: after, event } = correctAnswer(rejects, GIVEN, by(MIA, last));
  expect(after.answer).toEqual({ ...ANSWER, ...GIVEN });
  expect(event).toEqual({ ...GIVEN, kind: 'corrected', actor: MIA, at: last });
  expect(() => correctable(rejects, by(MIA, last + 1))).toThrow(refused('answer_too_late', { minutes: 15 }));
  expect(() => correctable(rejects, by(ANA, last))).toThrow(refused('answer_not_yours', { by: MIA }));
  expect(correctable(rejects, by(MAX, last + 1))).toEqual(ANSWER);
  expect(() => correctable(sampleRejects(), by())).toThrow(refused('rejects_not_answered'));
});

it('Taken back there is none any more, and another may be given', () => {
  const { rejects, event } = withdrawAnswer(sampleRejects({ answer: ANSWER }), by());
  expect(rejects).toMatchObject({ answer: null, version: 2 });
  expect(event).toMatchObject({ kind: 'withdrawn', change: null, sentence: null });
  expect(() => assertAnswerable(rejects, by())).not.toThrow();
});

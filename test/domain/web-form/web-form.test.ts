import { expect, it } from 'vitest';
import {
  meaningIn,
  openQuestions,
  questionId,
  questionsAfter,
  questionsToAsk,
  saidOf,
} from '../../../src/domain/web-form/web-form.ts';

it('A question is open where neither its words nor a marketer say what it asks for', () => {
  const question = (label: string, read: 'email' | null = null, isNoise = false) => ({
    label,
    read,
    isNoise,
  });
  const questions = [
    question('E-mail', 'email'),
    question('f1'),
    question('f2'),
    question('form_id', null, true),
  ];
  expect(openQuestions({ questions, meanings: { f2: 'other' } })).toEqual([question('f1')]);
});

it('Questions that nobody has understood are asked about first; bookkeeping is not asked about', () => {
  const question = (label: string, read: 'email' | null = null, isNoise = false) => ({
    label,
    read,
    isNoise,
  });
  const form = {
    questions: [question('E-mail', 'email'), question('ip', null, true), question('f1')],
    meanings: {},
  };
  expect(questionsToAsk(form).map(({ label }) => label)).toEqual(['f1', 'E-mail']);
  expect(meaningIn(form, question('E-mail', 'email'))).toBe('email');
  expect(meaningIn({ meanings: { 'E-mail': 'other' } }, question('E-mail', 'email'))).toBe('other');
});

it('What is called like a part of the language means nothing by itself', () => {
  expect([saidOf({}, 'constructor'), saidOf({}, '__proto__')]).toEqual([undefined, undefined]);
  expect(questionId('constructor')).not.toBe(questionId('Constructor'));
});

it('A form asks what it has sent last; HubSpot’s forms are one, and ask whatever anybody was asked', () => {
  const question = (label: string, read: 'email' | null = null) => ({ label, read, isNoise: false });
  const form = { questions: [question('f1'), question('Mail')], meanings: {} };
  const sent = [question('Mail', 'email'), question('f2')];
  expect(questionsAfter({ ...form, door: 'typeform' }, sent)).toEqual(sent);
  expect(questionsAfter({ ...form, door: null }, sent)).toEqual(sent);
  const all = questionsAfter({ ...form, door: 'hubspot' }, sent);
  expect(all).toEqual([question('f1'), question('Mail', 'email'), question('f2')]);
  // Of more than are kept those that nobody has understood.
  const many = Array.from({ length: 59 }, (_, n) => question(`Mail ${n}`, 'email'));
  const crowded = { door: 'hubspot' as const, questions: many, meanings: { known: 'other' as const } };
  const labels = questionsAfter(
    crowded,
    ['known', 'f1', 'f2'].map((label) => question(label)),
  );
  expect(labels.map(({ label }) => label)).toEqual([
    ...['f1', 'f2'],
    ...many.slice(0, 58).map(({ label }) => label),
  ]);
});

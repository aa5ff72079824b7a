import { expect, it } from 'vitest';
import { openQuestions } from '../../../src/domain/web-form/web-form.ts';

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

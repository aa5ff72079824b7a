import { expect, it } from 'vitest';
import { withExamples } from '../../../src/domain/web-form/examples.ts';
import type { WebForm } from '../../../src/domain/web-form/web-form.ts';

const questions = ['f1', 'f2', 'f3', 'toString'].map((label) => ({ label, read: null, isNoise: false }));
const form = { questions } as unknown as WebForm;

it('A question’s example is the latest answer that says something', () => {
  const leads = [{ fields: { f1: ' ', f2: ' Harbour ' } }, { fields: { f1: 'Dana', f2: 'Hill' } }];
  expect([...withExamples(form, leads).examples]).toEqual([
    ['f1', 'Dana'],
    ['f2', 'Harbour'],
  ]);
});

it('Without leads there is none', () => {
  expect(withExamples(form, []).examples.size).toBe(0);
});

import { expect, it } from 'vitest';
import { typedTargets } from '../../../src/domain/team/typed-targets.ts';
import type { AppError } from '../../../src/errors.ts';
import { saidProblems } from '../../support/refused.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

const TYPED: Record<string, string> = {
  claim_hot: '15 min',
  claim_standard: '2 h',
  contact_hot: '1 h 30',
  contact_standard: '4 h',
  verdict_hot: '2 days',
  verdict_standard: '5 days',
};

function read(changes: Record<string, string> = {}) {
  return typedTargets((field) => ({ ...TYPED, ...changes })[field] ?? null, SETTINGS.calendar);
}

it('Targets are read in working minutes', () => {
  expect(read().claim).toEqual({ hot: 15, standard: 120 });
});

it('A target without a unit is asked about, together with all else that is wrong', () => {
  try {
    read({ claim_hot: '15', contact_hot: '999 days', verdict_hot: 'soon' });
    expect.unreachable();
  } catch (thrown) {
    expect(saidProblems(thrown as AppError)).toEqual([
      { field: 'claim_hot', message: '15 of what? Write 15 min, 15 h or 15 days.' },
      { field: 'contact_hot', message: expect.stringContaining('A working time from 1 min to 60 days') },
      { field: 'verdict_hot', message: expect.stringContaining('A working time') },
    ]);
  }
});

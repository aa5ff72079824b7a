import { expect, it } from 'vitest';
import {
  LEAD_KINDS,
  PROMISE_KINDS,
  type PromiseKind,
  REJECTS_KINDS,
  ruleOf,
  STORY_KINDS,
  targetOf,
} from '../../../src/domain/promise/kinds.ts';
import { FIRST_TARGETS } from '../../../src/domain/promise.ts';
import { presentCalendarOf } from '../../../src/domain/team/person.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

const settings = { promises: FIRST_TARGETS, calendar: presentCalendarOf(null, SETTINGS) };

it('A target is that of the settings by priority, or the kind’s own in working days', () => {
  const targets = LEAD_KINDS.map((kind) => [
    kind,
    targetOf(kind, 'hot', settings),
    targetOf(kind, 'standard', settings),
  ]);
  expect(targets).toEqual([
    ['claim', 15, 120],
    ['take', 15, 120],
    ['contact', 240, 240],
    ['verdict', 2700, 2700],
    ['mend', 1080, 1080],
  ]);
  expect(targetOf('decide', 'standard', settings)).toBe(2700);
  expect(targetOf('answer_rejects', 'standard', settings)).toBe(1620);
});

it('Each kind is owed by one side to the other, and waits for none that is not there', () => {
  const kinds = Object.keys(PROMISE_KINDS) as PromiseKind[];
  expect([...LEAD_KINDS, ...STORY_KINDS, ...REJECTS_KINDS].sort()).toEqual(kinds.sort());
  for (const rule of kinds.map(ruleOf)) {
    expect(rule.owedBy).not.toBe(rule.owedTo);
    expect([null, ...kinds]).toContain(rule.after);
  }
});

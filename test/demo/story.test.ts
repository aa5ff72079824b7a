import { expect, it } from 'vitest';
import { createDice } from '../../demo/dice.ts';
import { STORY_START, TODAY } from '../../demo/story/calendar.ts';
import type { PlannedLead } from '../../demo/story/planned-lead.ts';
import { createProspects } from '../../demo/story/prospects.ts';
import { LEADS_OF_TODAY } from '../../demo/story/today.ts';
import { leadsOfWeeks } from '../../demo/story/weeks.ts';
import { FIRST_REASONS } from '../../src/domain/reject-reason/reject-reason.ts';

const LEADS = [...leadsOfWeeks(), ...LEADS_OF_TODAY];
const WEEK = 7 * 86_400_000;

const stepsOf = <K extends PlannedLead['steps'][number]['kind']>(kind: K) =>
  LEADS.flatMap(({ steps }) => steps.filter((step) => step.kind === kind)) as Extract<
    PlannedLead['steps'][number],
    { kind: K }
  >[];

it('is the same story each time', () => {
  expect(leadsOfWeeks()).toEqual(leadsOfWeeks());
});

it('has eight weeks of leads from five sources, then a day written by hand', () => {
  const weeks = Map.groupBy(leadsOfWeeks(), ({ at }) => Math.floor((at - STORY_START) / WEEK));
  for (let week = 0; week < 8; week++) expect(weeks.get(week)?.length).toBeGreaterThan(12);
  expect(new Set(LEADS.map(({ input }) => input.source)).size).toBe(5);
  expect(LEADS_OF_TODAY.every(({ at }) => at > TODAY)).toBe(true);
});

it('lets each lead go through its life in order', () => {
  for (const { at, steps } of LEADS) {
    const times = [at, ...steps.map((step) => step.at)];
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  }
});

it('knows no company, number or address twice, so that no lead counts as one that came back', () => {
  const source = createProspects(createDice(1), 'back');
  const arriving = Array.from({ length: 20 }, () => source('Hospitality'));
  const all = [...LEADS.map(({ input }) => input), ...arriving];
  for (const field of ['company', 'phone', 'email'] as const) {
    const values = all.map((input) => input[field]).filter((value) => typeof value === 'string');
    expect(new Set(values).size, field).toBe(values.length);
  }
  expect(all.every(({ email }) => email?.endsWith('.example'))).toBe(true);
});

it('rejects for many of the reasons that a new team starts with, each with the field that it needs', () => {
  const rejections = stepsOf('reject');
  for (const { reason, detail, note } of rejections) {
    const { needs } = FIRST_REASONS.find(({ code }) => code === reason)!;
    // Whom it should be is known in the field as a rule, and not always.
    if (reason === 'wrong_person') continue;
    expect({ reason, given: needs === 'note' ? note : detail }).toEqual({
      reason,
      given: needs ? expect.any(String) : null,
    });
  }
  expect(new Set(rejections.map(({ reason }) => reason)).size).toBeGreaterThan(7);
});

it('wins some deals and loses some', () => {
  const [won, lost, qualified] = [stepsOf('won'), stepsOf('lost'), stepsOf('qualify')].map(
    (all) => all.length,
  );
  expect(won).toBeGreaterThan(10);
  expect(lost).toBeGreaterThan(10);
  expect(qualified).toBeGreaterThan(won! + lost!);
});

import { expect, it } from 'vitest';
import { answerTold, otherReasons, rejectsDm } from '../../../src/domain/announcements/rejects.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { ANA, BEN, LEADS, MAX, MIA } from '../../support/people.ts';
import { ANSWER, sampleRejected, sampleRejects } from '../../support/sample-rejects.ts';

it('The question goes to who was asked; where nobody was, to nobody', () => {
  expect(rejectsDm(sampleRejects())).toEqual({ kind: 'rejects_dm', ref: 'rejects_1', target: MIA });
  expect(rejectsDm(sampleRejects({ owner: null }))).toBe(null);
});

it('The answer goes below each card, and once to each rep but who gave it; a lead without a card has no thread', () => {
  const rejects = sampleRejects({ answer: ANSWER });
  const leads = [sampleRejected('a'), sampleRejected('b'), sampleRejected('c', { rejectedBy: BEN })];
  const cards = leads.map(({ leadId: id }, n) => ({ id, cardChannel: n === 1 ? null : LEADS }));
  const told = answerTold({ rejects, leads: [...leads, sampleRejected('d', { rejectedBy: MIA })], cards });
  expect(told).toEqual([
    { kind: 'rejects_line', ref: 'rejects_1/a', target: LEADS, threadOf: 'lead_card:a' },
    { kind: 'rejects_line', ref: 'rejects_1/c', target: LEADS, threadOf: 'lead_card:c' },
    { kind: 'rejects_told', ref: `rejects_1/${ANA}`, target: ANA },
    { kind: 'rejects_told', ref: `rejects_1/${BEN}`, target: BEN },
  ]);
});

it('Of a week’s other reasons one manager hears', () => {
  expect(otherReasons(parseWeek('2026-W47'), MAX)).toEqual({
    ...{ kind: 'other_reasons', ref: `2026-W47/${MAX}`, target: MAX },
  });
});

import { expect, it } from 'vitest';
import type { InsightRequestId } from '../../../src/domain/insight/insight-request.ts';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { hasStories, type StoriesFacts, storiesOfWeek } from '../../../src/domain/scorecard/stories.ts';
import { ANA } from '../../support/people.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const DAY = 86_400_000;
const NONE: StoriesFacts = {
  ...{ asked: 0, told: 0, published: 0 },
  ...{ overdue: [], wins: [], storied: [], askedSegments: [] },
};
const win = (leadId: string, segment: string | null, daysAgo: number) => ({
  ...{ leadId: leadId as LeadId, segment, owner: ANA, wonAt: NOW - daysAgo * DAY },
});
const worth = (facts: Partial<StoriesFacts>) =>
  storiesOfWeek({ ...NONE, ...facts }, NOW).worth.map(({ leadId, kind, wins }) => [leadId, kind, wins]);

it('Nothing that was asked, told or won says nothing', () => {
  expect(hasStories(storiesOfWeek(NONE, NOW))).toBe(false);
  expect(hasStories(storiesOfWeek({ ...NONE, told: 1 }, NOW))).toBe(true);
});

it('Segments with wins and no story come first, most wins first, however they are written; the last win is asked about', () => {
  const wins = [win('a', 'Retail', 3), win('b', 'Hotels', 90), win('c', 'hotels ', 70), win('d', null, 1)];
  expect(worth({ wins })).toEqual([
    ['c', 'case_study', 2],
    ['a', 'case_study', 1],
    ['d', 'case_study', 1],
  ]);
});

it('Of a segment that has a story its wins younger than 60 days are left, without those of which one tells', () => {
  const wins = [win('a', 'Hotels', 3), win('b', 'Hotels', 59), win('c', 'Hotels', 61)];
  const storied = [{ leadId: 'a' as LeadId, segment: 'HOTELS' }];
  expect(worth({ wins, storied })).toEqual([['b', 'testimonial', 1]]);
});

it('A segment for which somebody is asked already is not asked for again', () => {
  expect(worth({ wins: [win('a', 'Hotels', 3)], askedSegments: ['hotels'] })).toEqual([]);
});

it('Long lists are cut and what is left out is counted', () => {
  const wins = Array.from({ length: 40 }, (_, n) => win(`w${n}`, `Segment ${n}`, n));
  const request = { kind: 'photo' as const, topic: 'x', people: [], dueDate: '2026-11-20' };
  const overdue = Array.from({ length: 12 }, (_, n) => ({
    ...request,
    requestId: `r${n}` as InsightRequestId,
  }));
  const told = storiesOfWeek({ ...NONE, wins, overdue }, NOW);
  expect([told.worth.length, told.overdue.length, told.more]).toEqual([5, 10, { overdue: 2, worth: 35 }]);
});

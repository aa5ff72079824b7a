import { describe, expect, it } from 'vitest';
import type { InsightRequestId } from '../../../src/domain/insight/insight-request.ts';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import type { AgendaItem } from '../../../src/domain/scorecard/agenda.ts';
import type { AnsweredRejects } from '../../../src/domain/scorecard/answered-rejects.ts';
import { buildScorecard } from '../../../src/domain/scorecard/scorecard.ts';
import { NO_STORIES } from '../../../src/domain/scorecard/stories.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import {
  findScorecard,
  findScorecardBefore,
  insertScorecard,
} from '../../../src/store/scorecard/scorecard.ts';
import { movedSince } from '../../support/built-week.ts';
import { DIALECTS, testDatabase } from '../../support/databases.ts';
import { MAX, MIA } from '../../support/people.ts';
import { fact, factsOf } from '../../support/scorecard-facts.ts';

const W47 = parseWeek('2026-W47');
const CARD = buildScorecard(W47, factsOf([fact()]), { sales: MAX, marketing: MIA });

const NO_FIGURE = { kind: 'unknown' } as const;

const EVERY_POINT: AgendaItem[] = (
  [
    { code: 'unclaimed', leads: 1 },
    { code: 'contact_late', part: 5, of: 9 },
    { code: 'other_reason', leads: 2, of: 9 },
    { code: 'one_reason', leads: 4, of: 5, reason: 'a', label: 'Not our market', campaign: 'Hotels Q4' },
    { code: 'one_reason', leads: 4, of: 5, reason: 'a', label: 'No budget', campaign: null },
    { code: 'no_spend', minor: null, currency: 'EUR' },
    { code: 'money_without_leads', source: 'Ads', minor: 5, currency: 'EUR', leads: 0, others: 2 },
    { code: 'no_source', leads: 1, of: 9 },
    { code: 'worst_movement', metric: 'leads', now: NO_FIGURE, average: NO_FIGURE },
    { code: 'silent_source', source: 'Webinar', since: '2026-11-03', others: 1 },
    { code: 'rejects_unanswered', of: null, leads: 14, others: 0 },
    { code: 'in_words', text: 'As it was published.' },
  ] as const
).map((point) => ({ side: 'sales', owner: MAX, point }));

const ANSWER: AnsweredRejects = {
  ...{ source: 'Meta', campaign: null, reason: 'no_need', label: 'No need', leads: 3, of: 4 },
  ...{ change: 'nothing', sentence: 'They fit', by: MIA, at: 1, since: null },
};
const ANSWERS = [ANSWER, { ...ANSWER, since: { before: { part: 9, of: 52 }, after: { part: 2, of: 47 } } }];

for (const dialect of DIALECTS) {
  describe(`a published scorecard in ${dialect}`, () => {
    it('is read as it was published, whatever its agenda', async () => {
      const db = await testDatabase(dialect);
      const items = EVERY_POINT.map((item) => ({ ...item, now: null, fate: 'unknown' as const }));
      const lastAgenda = { week: parseWeek('2026-W46'), items };
      const win = { leadId: 'l' as LeadId, segment: null, owner: null, wonAt: 1 };
      const overdue = { kind: 'photo' as const, topic: 'x', people: [MIA], dueDate: '2026-11-20' };
      const stories = {
        ...{ asked: 1, told: 2, published: 3, more: { overdue: 4, worth: 5 } },
        overdue: [{ ...overdue, requestId: 'r' as InsightRequestId }],
        worth: [{ ...win, kind: 'testimonial' as const, wins: 1 }],
      };
      const card = { ...CARD, agenda: EVERY_POINT, lastAgenda, stories };
      await db.transaction((tx) => insertScorecard(tx, card, 1));
      const found = await db.transaction((tx) => findScorecard(tx, W47));
      expect(found).toEqual({ scorecard: card, publishedAt: 1 });
    });

    it('of an earlier version keeps its agenda in the words it was published in', async () => {
      const db = await testDatabase(dialect);
      const agenda = [
        { side: 'sales', owner: MAX, text: 'One lead waits to be claimed.' },
        { side: 'marketing', owner: null, text: '4 of 4 rejected leads: Not our market.' },
      ];
      const row = { week: W47, data: JSON.stringify({ ...CARD, agenda }), publishedAt: 1 };
      await db.transaction((tx) =>
        tx.sql
          .insertInto('scorecard')
          .values(row as never)
          .execute(),
      );
      const found = await db.transaction((tx) => findScorecard(tx, W47));
      expect(found?.scorecard.agenda).toEqual([
        { side: 'sales', owner: MAX, point: { code: 'in_words', text: 'One lead waits to be claimed.' } },
        {
          side: 'marketing',
          owner: null,
          point: { code: 'in_words', text: '4 of 4 rejected leads: Not our market.' },
        },
      ]);
    });

    it('keeps what was answered; one of an earlier version knows of no answer', async () => {
      const db = await testDatabase(dialect);
      const { answers: _, ...before } = CARD;
      await db.transaction(async (tx) => {
        await insertScorecard(tx, { ...CARD, answers: ANSWERS }, 1);
        const week = parseWeek('2026-W46');
        const row = { week, data: JSON.stringify({ ...before, week }), publishedAt: 1 };
        await tx.sql
          .insertInto('scorecard')
          .values(row as never)
          .execute();
        expect((await findScorecard(tx, W47))?.scorecard.answers).toEqual(ANSWERS);
        expect((await findScorecard(tx, week))?.scorecard.answers).toEqual([]);
      });
    });

    it('of an earlier version has no last agenda, and its points keep their figures', async () => {
      const db = await testDatabase(dialect);
      const { lastAgenda: _, missed: __, stories: ___, ...card } = CARD;
      const points = [
        { code: 'no_spend' },
        { code: 'one_reason', leads: 4, of: 5, label: 'No budget', campaign: null },
        { code: 'money_without_leads', source: 'Ads', minor: 5, currency: 'EUR', others: 0 },
      ];
      const agenda = points.map((point) => ({ side: 'sales', owner: MAX, point }));
      const row = { week: W47, data: JSON.stringify({ ...card, agenda }), publishedAt: 1 };
      await db.transaction((tx) =>
        tx.sql
          .insertInto('scorecard')
          .values(row as never)
          .execute(),
      );
      const found = await db.transaction((tx) => findScorecardBefore(tx, parseWeek('2026-W48')));
      expect(found?.scorecard).toMatchObject({ lastAgenda: null, missed: [], stories: NO_STORIES });
      expect(found?.scorecard.agenda.map(({ point }) => point)).toEqual([
        { ...points[0], minor: null, currency: '' },
        { ...points[1], reason: null },
        { ...points[2], leads: 0 },
      ]);
      expect(await db.transaction((tx) => findScorecardBefore(tx, W47))).toBeNull();
    });

    it('of an earlier version does not know what was not counted then, and says so', async () => {
      const db = await testDatabase(dialect);
      const { waitWallTime, ...metrics } = CARD.metrics;
      const row = { week: W47, data: JSON.stringify({ ...CARD, metrics }), publishedAt: 1 };
      await db.transaction((tx) =>
        tx.sql
          .insertInto('scorecard')
          .values(row as never)
          .execute(),
      );
      const found = await db.transaction((tx) => findScorecard(tx, W47));
      expect(found?.scorecard.metrics.waitWallTime.now).toEqual({ kind: 'unknown' });
      expect(found && movedSince(found.scorecard, CARD)).toEqual([]);
      expect(waitWallTime.now.kind).toBe('time');
    });
  });
}

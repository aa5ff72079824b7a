import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Lead, LeadId } from '../../../src/domain/lead/lead.ts';
import { DAY } from '../../../src/domain/time/duration.ts';
import { parseWeek, weekRange } from '../../../src/domain/time/week.ts';
import { insertLeads } from '../../../src/store/lead/lead.ts';
import { withdrawAnswer } from '../../../src/usecases/rejects/answer-rejects.ts';
import { askAboutRejects } from '../../../src/usecases/rejects/ask-about-rejects.ts';
import { readAnswered } from '../../../src/usecases/rejects/read-answered.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MAX, MIA } from '../../support/people.ts';
import { chance } from '../../support/random.ts';
import {
  asked,
  FOURTEEN,
  give,
  HOTELS,
  MONDAY,
  rejectedWorld,
  rejectSome,
  SPA,
  W47,
} from '../../support/rejected-week.ts';
import { BERLIN, sampleLead } from '../../support/sample-lead.ts';

const [W48, W52, W53] = ['2026-W48', '2026-W52', '2026-W53'].map(parseWeek);

for (const dialect of DIALECTS) {
  describe(`what was answered to rejects, on ${dialect}`, () => {
    it('stands in the week of the answer, the most rejected first; one that was taken back does not', async () => {
      const { ctx } = await asked(dialect);
      await give(ctx, { id: SPA, change: 'nothing', sentence: 'They fit.' });
      await give(ctx);
      const answers = await read(ctx, W48!);
      expect(
        answers.map(({ campaign, leads, of, label, since }) => [campaign, leads, of, label, since]),
      ).toEqual([
        ['Hotels Q4', 9, 10, 'Not our market: region, segment or size', null],
        ['Spa', 4, 4, 'No need or interest', null],
      ]);
      expect(answers[0]).toMatchObject({ change: 'targeting', by: MIA, at: MONDAY });
      expect(await read(ctx, W47)).toEqual([]);
      await withdrawAnswer(ctx, { id: HOTELS, person: MAX });
      expect((await read(ctx, W48!)).map(({ campaign }) => campaign)).toEqual(['Spa']);
    });

    it('has the share of the reason before and since beside it four weeks later, as plain SQL counts it', async () => {
      const ctx = await rejectedWorld(dialect);
      await rejectSome(ctx, [...FOURTEEN, { campaign: null, reason: 'no_need' }]);
      await ctx.db.transaction((tx) => insertLeads(tx, manyLeads()));
      ctx.clock.moveTo(MONDAY);
      await askAboutRejects(ctx, W47);
      for (const id of await allRejects(ctx)) await give(ctx, { id });
      const late = (await read(ctx, W52!)).toSorted((a, b) => name(a).localeCompare(name(b)));
      expect(late.map(name)).toEqual(['Hotels Q4', 'Meta', 'Spa']);
      const plain = [];
      for (const answer of late) plain.push(await bySql(ctx, answer));
      expect(late.map(({ since }) => since)).toEqual(plain);
      for (const { since } of late) {
        expect(since!.before.part).toBeGreaterThan(0);
        expect(since!.after.of).toBeGreaterThan(since!.after.part);
      }
      expect(await read(ctx, W53!)).toEqual([]);
    });
  });
}

type Answered = Awaited<ReturnType<typeof readAnswered>>[number];

const name = ({ campaign, source }: Answered) => campaign ?? source ?? '';

function read(ctx: TestContext, week: typeof W47): Promise<Answered[]> {
  return ctx.db.transaction((tx) => readAnswered({ tx }, week, BERLIN));
}

async function allRejects(ctx: TestContext) {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql.selectFrom('rejects').select('id').orderBy('id').execute();
    return rows.map(({ id }) => id);
  });
}

/** Of three campaigns and of none, over ten weeks, in every state; tests, duplicates and spam among them. */
function manyLeads(): Lead[] {
  const random = chance(47);
  const states = ['new', 'claimed', 'qualified', 'rejected', 'resting', 'returned', 'merged', 'won'] as const;
  return Array.from({ length: 600 }, (_, n) => {
    const state = random.pick(states)!;
    const reason = random.pick(['not_our_market', 'no_need', 'no_budget', 'spam'])!;
    const outcome = reason === 'spam' ? (random.pick(['dropped', null] as const) ?? null) : 'closed';
    const isRejected = ['rejected', 'resting', 'returned'].includes(state);
    return sampleLead({
      ...{ id: `many_${n}` as LeadId, externalId: `many-${n}`, source: 'Meta', state },
      campaign: random.pick(['Hotels Q4', 'Spa', 'Other', null])!,
      isTest: random.below(20) === 0,
      // None within the week that is asked about.
      receivedAt: MONDAY + (random.below(70) - 35) * DAY + random.below(DAY),
      rejection: isRejected ? { reason, detail: null, outcome } : null,
    });
  });
}

/** By hand. */
async function bySql(ctx: TestContext, { campaign, reason, at }: Answered) {
  const { end } = weekRange(W52!, BERLIN);
  const counted = async (since: number, before: number) => {
    const { rows } = await ctx.db.transaction((tx) =>
      sql<{ part: number; of: number }>`
        select count(*) as "of", sum(case when reject_reason = ${reason} then 1 else 0 end) as part from lead
        where coalesce(campaign, '') = ${campaign ?? ''} and source = 'Meta' and is_test = 0 and state <> 'merged'
          and coalesce(reject_reason, '') <> 'spam' and received_at >= ${since} and received_at < ${before}`.execute(
        tx.sql,
      ),
    );
    return { part: Number(rows[0]?.part), of: Number(rows[0]?.of) };
  };
  return { before: await counted(at - 28 * DAY, at), after: await counted(at, end) };
}

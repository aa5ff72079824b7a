/**
 * Many Mondays, one after the other, while leads arrive late, are worked, won, undone, merged and taken back, and money is recorded, corrected and
 * withdrawn for weeks that are over. A published week stays as it was; as it stands it equals plain SQL; what moved names exactly the weeks that did,
 * and the leads and amounts that it names add up to each difference.
 */
import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { Figures } from '../../src/domain/scorecard/moved.ts';
import { shiftWeek, type Week, weekAt } from '../../src/domain/time/week.ts';
import { AppError } from '../../src/errors.ts';
import { deleteLeads } from '../../src/store/lead/remove.ts';
import { undoMove } from '../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../src/usecases/lead/claim-lead.ts';
import { closeLead } from '../../src/usecases/lead/close-lead.ts';
import { mergeLead } from '../../src/usecases/lead/merge-leads.ts';
import { qualifyLead } from '../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../src/usecases/lead/reject-lead.ts';
import { withdrawFromLedger } from '../../src/usecases/money/ledger.ts';
import { recordSpend } from '../../src/usecases/money/record-spend.ts';
import { publishScorecard } from '../../src/usecases/scorecard/publish-scorecard.ts';
import { berlin } from '../support/berlin.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { compareWithPublished, compareWithShown } from '../support/monday-laws.ts';
import { ANA, BEN, MAX } from '../support/people.ts';
import { SEED, times } from '../support/proof.ts';
import { chance } from '../support/random.ts';
import { BERLIN } from '../support/sample-lead.ts';

const DAY = 86_400_000;
const MONDAY = berlin('2026-06-01T09:00');
const WEEKS = 14;
const note = null;

interface World {
  ctx: TestContext;
  dice: ReturnType<typeof chance>;
  leads: LeadId[];
  amounts: string[];
}

for (const dialect of DIALECTS) {
  describe(`many Mondays on ${dialect}`, () => {
    const seeds = Array.from({ length: times(dialect === 'sqlite' ? 2 : 1) }, (_, n) => SEED + n);
    it.each(seeds)(
      'move what has moved, by what moved it, with seed %i',
      { timeout: 120_000 },
      async (seed) => {
        const ctx = await testContext(dialect, { startAt: MONDAY, firstStart: { timezone: BERLIN } });
        const world: World = { ctx, dice: chance(seed), leads: [], amounts: [] };
        const shown = new Map<Week, Figures>();
        const published = new Map<Week, string>();
        let movements = 0;
        for (let n = 0; n < WEEKS; n++) {
          await liveThrough(world);
          ctx.clock.moveTo(MONDAY + (n + 1) * 7 * DAY);
          const week = shiftWeek(weekAt(ctx.clock.now(), BERLIN), -1);
          expect(await publishScorecard(ctx, week)).not.toBe('published_before');
          movements += await compareWithShown(ctx, week, shown);
          await compareWithPublished(ctx, published);
        }
        expect(movements).toBeGreaterThan(WEEKS);
      },
    );
  });
}

async function liveThrough(world: World): Promise<void> {
  const { ctx, dice } = world;
  for (let step = 0; step < 25; step++) {
    ctx.clock.moveTo(ctx.clock.now() + dice.below(6) * 3_600_000 + dice.below(60) * 60_000);
    if (ctx.clock.now() % 2 === 0) await arrive(world);
    await tryOne(world);
  }
}

/** Today's, or one of the last half year that somebody brings from a fair, a test, or one that came before. */
async function arrive({ ctx, dice, leads }: World): Promise<void> {
  const ago = dice.pick([0, 0, 0, 1, 6, 9, 40, 100]) ?? 0;
  const receivedAt = ctx.clock.now() - ago * DAY;
  const name = `Dana ${dice.below(1_000_000)}`;
  const [received] = await receiveLeads(
    ctx,
    [
      {
        ...{
          source: dice.pick(['Fair', 'Webinar']) ?? 'Fair',
          name,
          receivedAt,
          isTest: dice.below(12) === 0,
        },
        email: dice.below(4) === 0 ? 'again@pier.example' : `${name.replace(' ', '.')}@pier.example`,
      },
    ],
    { by: 'api', post: dice.below(3) === 0 ? 'none' : 'all' },
  );
  if (received) leads.push(received.id);
}

type Step = (world: World, leadId: LeadId) => Promise<unknown>;

const STEPS: readonly Step[] = [
  ({ ctx, dice }, leadId) => claimLead(ctx, { leadId, person: dice.pick([ANA, BEN]) ?? ANA }),
  ({ ctx }, leadId) => releaseLead(ctx, { leadId, person: MAX }),
  ({ ctx }, leadId) => markContacted(ctx, { leadId, person: MAX }),
  ({ ctx }, leadId) =>
    qualifyLead(ctx, {
      ...{ leadId, person: MAX, met: ['fits', 'need', 'decides'], exception: null, amount: '1200' },
      ...{ nextStep: null, nextStepOn: null, note },
    }),
  ({ ctx, dice }, leadId) =>
    closeLead(ctx, {
      ...{
        leadId,
        person: MAX,
        outcome: dice.pick(['won', 'won', 'lost']) ?? 'won',
        amount: `${dice.below(5_000)}`,
      },
      ...{ currency: dice.pick([null, 'EUR', 'USD']) ?? null, on: null, reason: 'price' },
    }),
  ({ ctx, dice }, leadId) =>
    rejectLead(ctx, {
      ...{ leadId, person: MAX, reasonCode: dice.pick(['not_our_market', 'spam', 'no_budget']) ?? 'spam' },
      ...{ detail: null, note },
    }),
  ({ ctx }, leadId) => undoMove(ctx, { leadId, person: MAX }),
  ({ ctx }, leadId) => mergeLead(ctx, { leadId, person: MAX }),
  // Whole, as an import that is taken back leaves it.
  async (world, leadId) => {
    if (world.dice.below(4) > 0) return;
    await world.ctx.db.transaction((tx) => deleteLeads(tx, [leadId]));
    world.leads.splice(world.leads.indexOf(leadId), 1);
  },
];

async function tryOne(world: World): Promise<void> {
  const { ctx, dice, leads, amounts } = world;
  const leadId = dice.pick(leads);
  const kind = dice.below(12);
  try {
    if (kind === 0) amounts.push(...(await spendSomething(world)));
    else if (kind === 1 && amounts.length > 0) await withdrawFromLedger(ctx, dice.pick(amounts) ?? '', MAX);
    else if (leadId) await dice.pick(STEPS)?.(world, leadId);
  } catch (thrown) {
    // The lead does not allow it, or the amount is taken back already.
    if (!(thrown instanceof AppError)) throw thrown;
  }
}

async function spendSomething({ ctx, dice }: World): Promise<string[]> {
  const from = ctx.clock.now() - dice.below(110) * DAY;
  const to = from + (dice.pick([0, 6, 29, 89]) ?? 0) * DAY;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const recorded = await recordSpend(ctx, {
    by: 'api',
    spend: [
      {
        ...{
          side: dice.pick(['marketing', 'sales']) ?? 'marketing',
          source: dice.pick(['Fair', null]) ?? null,
        },
        ...{
          campaign: null,
          from: day(from),
          to: day(to),
          overlap: dice.pick(['replace', 'add']) ?? 'add',
        },
        amount: { minor: dice.below(400_000), currency: dice.pick(['EUR', 'EUR', 'USD']) ?? 'EUR' },
      },
    ],
  });
  return recorded.map(({ id }) => id);
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { mergeCampaigns } from '../../../src/usecases/source/change-campaigns.ts';
import { changeSource, mergeSources, splitSource } from '../../../src/usecases/source/change-sources.ts';
import { listSourcesAndCampaigns } from '../../../src/usecases/source/list-sources.ts';
import {
  acceptGuess,
  declineGuess,
  keepApart,
  sortAlike,
} from '../../../src/usecases/source/settle-likeness.ts';
import { undoSourceChange } from '../../../src/usecases/source/undo-source-change.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { refusal } from '../../support/one-lead.ts';
import { ANA, MIA } from '../../support/people.ts';
import { allRows, lastChange, leadFrom, linesBy, spendOn } from '../../support/sources.ts';

it('What never was, or is not theirs to change, is not taken back', async () => {
  const ctx = await testContext('sqlite');
  const undo = (by: typeof MIA) => undoSourceChange(ctx, { by, id: 'change_1' });
  expect((await refusal(undo(MIA))).refusal.code).toBe('source_change_undone');
  expect((await refusal(undo(ANA))).refusal.code).toBe('sources_not_yours');
});

const NAMES = ['Hotels', 'Hotelz', 'Hoteles', 'Webinar', 'Webinars', 'Fair'];

async function world(): Promise<TestContext> {
  const ctx = await testContext('sqlite');
  for (const [n, source] of [...NAMES, ...NAMES.slice(2)].entries()) {
    await leadFrom(ctx, source, ['Winter', 'Wintr', 'Spring'][n % 3]);
    await spendOn(ctx, source, ['Winter', 'Summer'][n % 2] ?? null, 1_000 * (n + 1));
  }
  const bo = { externalId: 'crm-7', name: 'Bo Lind', email: 'bo@two.example' };
  for (const source of ['Fair', 'Messe', 'Expo'])
    await receiveLeads(ctx, [{ ...bo, source }], { by: 'api', post: 'none' });
  return ctx;
}

type Pick = (among: readonly unknown[]) => number;

/** What can be clicked in the list, done to whatever stands there by now; what is refused changes nothing. */
const CLICKS: ((ctx: TestContext, pick: Pick) => Promise<void>)[] = [
  async (ctx, pick) => {
    const { sources } = await listSourcesAndCampaigns(ctx, MIA);
    const [into, other] = [sources[pick(sources)]!, sources[pick(sources)]!];
    await mergeSources(ctx, { by: MIA, into: into.id, others: [other.id] });
  },
  async (ctx, pick) => {
    const { sources } = await listSourcesAndCampaigns(ctx, MIA);
    const { id, spellings } = sources[pick(sources)]!;
    await splitSource(ctx, { by: MIA, id, keys: [spellings[pick(spellings)]!.key] });
  },
  async (ctx, pick) => {
    const { sources } = await listSourcesAndCampaigns(ctx, MIA);
    const words = { name: `Name ${pick(NAMES)}`, spelling: `Spelling ${pick(NAMES)}` };
    await changeSource(ctx, { by: MIA, id: sources[pick(sources)]!.id, words });
  },
  async (ctx, pick) => {
    const { campaigns } = await listSourcesAndCampaigns(ctx, MIA);
    const [into, other] = [campaigns[pick(campaigns)]!, campaigns[pick(campaigns)]!];
    await mergeCampaigns(ctx, { by: MIA, into: into.id, others: [other.id] });
  },
  async (ctx, pick) => {
    const { guesses } = await listSourcesAndCampaigns(ctx, MIA);
    const guess = guesses[pick(guesses)];
    if (guess) await acceptGuess(ctx, { by: MIA, key: guess.key, sourceId: guess.source.id });
  },
  async (ctx, pick) => {
    const { guesses } = await listSourcesAndCampaigns(ctx, MIA);
    const guess = guesses[pick(guesses)];
    if (guess) await declineGuess(ctx, { by: MIA, key: guess.key, sourceId: guess.source.id });
  },
  async (ctx, pick) => {
    const { alikeSources } = await listSourcesAndCampaigns(ctx, MIA);
    const group = alikeSources[pick(alikeSources)];
    const [first, ...rest] = group?.others.map(({ id }) => id) ?? [];
    if (group && first)
      await sortAlike(ctx, { by: MIA, code: 'source', into: group.into.id, same: [first], others: rest });
  },
  async (ctx, pick) => {
    const { alikeCampaigns } = await listSourcesAndCampaigns(ctx, MIA);
    const group = alikeCampaigns[pick(alikeCampaigns)];
    if (group)
      await keepApart(ctx, {
        by: MIA,
        code: 'campaign',
        ids: [group.into, ...group.others].map(({ id }) => id),
      });
  },
];

/** A source that was split off stays as one that is merged, which nobody sees. */
async function standing(ctx: TestContext) {
  const { sources, ...rows } = await allRows(ctx);
  return { ...rows, sources: sources.filter(({ mergedInto }) => mergedInto === null) };
}

async function lines(ctx: TestContext) {
  return [await linesBy(ctx, 'source'), await linesBy(ctx, 'campaign')];
}

function totals(all: unknown[][][]): number[][] {
  return all.map((those) =>
    those.reduce<number[]>(
      ([leads = 0, spend = 0], line) => [leads + Number(line[1]), spend + Number(line[2])],
      [0, 0],
    ),
  );
}

it('Whatever is clicked in the list of sources, in whatever order, every total stays, and undone it is all as it was', async () => {
  const click = fc.tuple(fc.nat(CLICKS.length - 1), fc.nat(50), fc.nat(50), fc.nat(50));
  await fc.assert(
    fc.asyncProperty(fc.array(click, { minLength: 1, maxLength: 8 }), async (clicks) => {
      const ctx = await world();
      const [before, rows] = [await lines(ctx), await standing(ctx)];
      let [done, last] = [0, ''];
      for (const [which, ...numbers] of clicks) {
        const left = [...numbers];
        const pick: Pick = (among) => (left.shift() ?? 0) % Math.max(1, among.length);
        await CLICKS[which]!(ctx, pick).catch((thrown: unknown) => expect(thrown).toHaveProperty('refusal'));
        expect(totals(await lines(ctx))).toEqual(totals(before));
        const { changes } = await listSourcesAndCampaigns(ctx, MIA);
        if ((changes[0]?.id ?? '') !== last) done++;
        last = changes[0]?.id ?? '';
      }
      for (let n = 0; n < done; n++) await undoSourceChange(ctx, { by: MIA, id: await lastChange(ctx) });
      expect(await lines(ctx)).toEqual(before);
      expect(await standing(ctx)).toEqual(rows);
    }),
    { numRuns: 15 },
  );
}, 120_000);

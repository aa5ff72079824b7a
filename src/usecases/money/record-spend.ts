import { z } from 'zod';
import type { Days, OverlapRule } from '../../domain/money/overlap.ts';
import type { Spend } from '../../domain/money/spend.ts';
import { fieldProblem, refuseFields } from '../../domain/refusals.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { countBatch, dropBatch, insertBatch, lockLedger } from '../../store/money/ledger.ts';
import { insertSpend, type SpendRecord } from '../../store/money/spend.ts';
import type { Context } from '../context.ts';
import { answerOnce, type Delivery } from '../delivery/answer-once.ts';
import { resolveOrigins } from '../source/resolve-origins.ts';
import { tryOut } from '../try-out.ts';
import { orderOf, perform, type Work } from '../work.ts';
import { type Fate, fatesOf, replaceAll, spendKeyOf } from './replace-spend.ts';

export interface SpendInput extends Spend {
  /** The ad platform's id of the campaign. */
  campaignId?: string | null;
  /** Where it covers a part of an earlier amount's days; it is asked unless said. */
  overlap?: OverlapRule | undefined;
}

export interface RecordedSpend {
  id: string;
  /** How many earlier amounts it stands for from now on, those that say the same included. */
  replaced: number;
  /** It says what was counted already. */
  isUnchanged: boolean;
}

const Answer = z.object({
  // Answers of before say no more than the id.
  spend: z.array(
    z.object({
      id: z.string(),
      replaced: z.number().default(0),
      isUnchanged: z.boolean().default(false),
    }),
  ),
});

export interface SpendDelivery {
  by: Actor;
  spend: readonly SpendInput[];
  /** By which a repeated call gets the first one's answer; null: every call is news. */
  delivery?: Delivery | null;
}

/** All of them or none, answered in the order given. They are one batch: earlier ones that they are newer versions of are counted no more. */
export async function recordSpend(
  ctx: Context,
  { by, spend: inputs, delivery = null }: SpendDelivery,
): Promise<RecordedSpend[]> {
  const { answer } = await perform(
    ctx,
    by,
    (work) =>
      answerOnce(work, {
        delivery,
        answer: Answer,
        run: async () => ({ spend: await recordAll(work, inputs) }),
      }),
    { order: orderOf(by) },
  );
  return answer.spend;
}

async function recordAll(work: Work, inputs: readonly SpendInput[]): Promise<RecordedSpend[]> {
  const part = { batch: { id: work.newId('batch'), name: null }, spend: inputs };
  const recorded = await recordPart(work, part);
  const refused = recorded.flatMap((each, index) =>
    'refused' in each ? [fieldProblem(fieldAt(index, inputs), 'spend_overlaps', each.refused)] : [],
  );
  if (refused.length > 0) throw refuseFields(refused);
  return recorded.flatMap((each) => ('id' in each ? [each] : []));
}

function fieldAt(index: number, { length }: readonly unknown[]): string {
  return length === 1 ? 'from' : `${index}.from`;
}

export interface SpendPart {
  batch: { id: string; name: string | null };
  spend: readonly (SpendInput & {
    /** What the whole batch covers of this source and campaign; without: this part alone. */
    days?: readonly Days[];
  })[];
}

export interface Overlapped {
  from: string;
  to: string;
  amount: Spend['amount'];
  id: string;
}

/** Of a batch that comes in several transactions. What overlaps is refused by itself. */
export function recordSpendPart(
  ctx: Context,
  by: Actor,
  part: SpendPart,
): Promise<(RecordedSpend | { refused: Overlapped })[]> {
  return perform(ctx, by, (work) => recordPart(work, part), { order: orderOf(by) });
}

/** What it would come to, with nothing written. */
export function previewSpendPart(
  ctx: Context,
  part: SpendPart,
): Promise<(RecordedSpend | { refused: Overlapped })[]> {
  return tryOut(ctx, 'import', (work) => recordPart(work, part));
}

async function recordPart(
  work: Work,
  { batch, spend: inputs }: SpendPart,
): Promise<(RecordedSpend | { refused: Overlapped })[]> {
  const { tx, now, by } = work;
  await lockLedger(tx);
  const origins = await resolveOrigins(work, inputs);
  const incoming = inputs.flatMap(({ campaignId: _, overlap = 'ask', days = [], ...spend }, index) => {
    const origin = origins[index];
    return origin ? [{ spend, origin, days, whenOverlapping: overlap }] : [];
  });
  const fates = await fatesOf(tx, incoming, batch.id);
  const taken: Fate[] = [];
  const records: SpendRecord[] = [];
  const answers = incoming.map(({ spend, origin }, index) => {
    const fate = fates[index];
    if (!fate) throw new Error('An amount without a fate');
    if (fate.inTheWay) return { refused: overlapped(fate.inTheWay) };
    const id = work.newId('spend');
    const stored = { ...spend, ...origin.spelled, batchId: batch.id, nameKey: spendKeyOf(origin) };
    records.push({ ...stored, id, dedupeKey: id, recordedAt: now, recordedBy: by });
    taken.push(fate);
    return {
      id,
      replaced: fate.replaced.filter(({ isCounted }) => isCounted).length,
      isUnchanged: fate.isUnchanged,
    };
  });
  if (records.length === 0) return answers;
  await insertBatch(tx, { ...batch, recordedAt: now, recordedBy: by });
  await insertSpend(tx, records);
  await replaceAll(tx, taken, batch.id);
  return answers;
}

function overlapped({ id, from, to, minor, currency }: NonNullable<Fate['inTheWay']>): Overlapped {
  return { id, from, to, amount: { minor, currency } };
}

interface WholeBatch {
  id: string;
  /** Of its amounts, how many say what was counted before. */
  unchanged: number;
}

/** Once all of its parts are in. One that says nothing but what was counted before leaves no trace. */
export function closeBatch(ctx: Context, by: Actor, { id, unchanged }: WholeBatch): Promise<void> {
  return perform(ctx, by, async ({ tx }) => {
    await lockLedger(tx);
    const { rows, replaced } = await countBatch(tx, id);
    if (rows === replaced && rows === unchanged) await dropBatch(tx, id);
  });
}

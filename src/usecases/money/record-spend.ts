import { z } from 'zod';
import type { Actor } from '../../domain/team/actor.ts';
import { countBatch, dropBatch, lockLedger } from '../../store/money/ledger.ts';
import type { Context } from '../context.ts';
import { answerOnce, type Delivery } from '../delivery/answer-once.ts';
import { tryOut } from '../try-out.ts';
import { orderOf, perform, type Work } from '../work.ts';
import {
  assertMayRecord,
  newBatch,
  type Recorded,
  type RecordedSpend,
  recordPart,
  refuseOverlaps,
  type SpendInput,
  type SpendPart,
} from './record-part.ts';

export type { RecordedSpend, SpendInput };

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
  assertMayRecord(work);
  return refuseOverlaps(await recordPart(work, { batch: newBatch(work), spend: inputs }));
}

/** Of a batch that comes in several transactions. What overlaps is refused by itself. */
export function recordSpendPart(ctx: Context, by: Actor, part: SpendPart): Promise<Recorded[]> {
  return perform(ctx, by, (work) => recordPart(work, part), { order: orderOf(by) });
}

/** What it would come to, with nothing written. */
export function previewSpendPart(ctx: Context, part: SpendPart): Promise<Recorded[]> {
  return tryOut(ctx, 'import', (work) => recordPart(work, part));
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

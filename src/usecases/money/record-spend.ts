import { z } from 'zod';
import type { Spend } from '../../domain/money/spend.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { findSpendIds, insertSpend, type SpendRecord } from '../../store/money/spend.ts';
import type { Context } from '../context.ts';
import { answerOnce, type Delivery } from '../delivery/answer-once.ts';
import { resolveOrigins } from '../source/resolve-origins.ts';
import { orderOf, perform, type Work } from '../work.ts';

export interface SpendInput extends Spend {
  /** The ad platform's id of the campaign. */
  campaignId?: string | null;
  /** What makes two deliveries the same, chosen by the door it came through; without one, every delivery is news. */
  dedupeKey?: string;
}

export interface RecordedSpend {
  id: string;
  /** It was here already: the id is the first one's. */
  duplicate: boolean;
}

const Answer = z.object({
  // Answers of before say no more than the id.
  spend: z.array(z.object({ id: z.string(), duplicate: z.boolean().default(false) })),
});

export interface SpendDelivery {
  by: Actor;
  spend: readonly SpendInput[];
  /** By which a repeated call gets the first one's answer; null: every call is news. */
  delivery?: Delivery | null;
}

/** All of them or none, answered in the order given. */
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
  const known = await findSpendIds(
    work.tx,
    inputs.flatMap((input) => input.dedupeKey ?? []),
  );
  const origins = await resolveOrigins(work, inputs);
  const records: SpendRecord[] = [];
  const answers = inputs.map(({ campaignId: _, ...input }, index) => {
    const earlier = input.dedupeKey === undefined ? undefined : known.get(input.dedupeKey);
    if (earlier !== undefined) return { id: earlier, duplicate: true };
    const id = work.newId('spend');
    const dedupeKey = input.dedupeKey ?? id;
    known.set(dedupeKey, id);
    const told = { ...input, ...origins[index]?.spelled };
    records.push({ ...told, id, dedupeKey, recordedAt: work.now, recordedBy: work.by });
    return { id, duplicate: false };
  });
  await insertSpend(work.tx, records);
  return answers;
}

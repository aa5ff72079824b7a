import type { Actor } from '../domain/people.ts';
import type { Spend } from '../domain/spend.ts';
import { findSpendIds, insertSpend, type SpendRecord } from '../store/spend.ts';
import type { Context } from './context.ts';

export interface SpendInput extends Spend {
  /** What makes two deliveries the same, chosen by the door it came through; null: every delivery is news. */
  dedupeKey: string | null;
}

/** All of them or none. Answers in the order asked; a duplicate bears the id of the first one. */
export async function recordSpend(
  ctx: Context,
  inputs: SpendInput[],
  { actor }: { actor: Actor },
): Promise<{ id: string; duplicate: boolean }[]> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const keys = inputs.flatMap((input) => input.dedupeKey ?? []);
    const known = await findSpendIds(tx, keys);
    const records: SpendRecord[] = [];
    const answers = inputs.map((input) => {
      const earlier = input.dedupeKey === null ? undefined : known.get(input.dedupeKey);
      if (earlier !== undefined) return { id: earlier, duplicate: true };
      const id = ctx.newId('spend');
      const dedupeKey = input.dedupeKey ?? id;
      known.set(dedupeKey, id);
      records.push({ ...input, id, dedupeKey, recordedAt: now, recordedBy: actor });
      return { id, duplicate: false };
    });
    await insertSpend(tx, records);
    return answers;
  });
}

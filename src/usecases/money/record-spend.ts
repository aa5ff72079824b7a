import type { Spend } from '../../domain/money/spend.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { findSpendIds, insertSpend, type SpendRecord } from '../../store/money/spend.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';

export interface SpendInput extends Spend {
  /** What makes two deliveries the same, chosen by the door it came through; without one, every delivery is news. */
  dedupeKey?: string;
}

export interface SpendOptions {
  actor: Actor;
}

export interface RecordedSpend {
  id: string;
  /** It was here already: the id is the first one's. */
  duplicate: boolean;
}

/** All of them or none, answered in the order given. */
export function recordSpend(
  ctx: Context,
  inputs: readonly SpendInput[],
  options: SpendOptions,
): Promise<RecordedSpend[]> {
  const now = ctx.clock.now();
  return ctx.db.transaction((tx) => recordSpendIn(ctx, tx, { inputs, options, now }));
}

interface Delivery {
  inputs: readonly SpendInput[];
  options: SpendOptions;
  now: number;
}

/** The same within a transaction that is open already. */
export async function recordSpendIn(
  ctx: Context,
  tx: Tx,
  { inputs, options, now }: Delivery,
): Promise<RecordedSpend[]> {
  const known = await findSpendIds(
    tx,
    inputs.flatMap((input) => input.dedupeKey ?? []),
  );
  const records: SpendRecord[] = [];
  const answers = inputs.map((input) => {
    const earlier = input.dedupeKey === undefined ? undefined : known.get(input.dedupeKey);
    if (earlier !== undefined) return { id: earlier, duplicate: true };
    const id = ctx.newId('spend');
    const dedupeKey = input.dedupeKey ?? id;
    known.set(dedupeKey, id);
    records.push({ ...input, id, dedupeKey, recordedAt: now, recordedBy: options.actor });
    return { id, duplicate: false };
  });
  await insertSpend(tx, records);
  return answers;
}

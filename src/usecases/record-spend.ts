import { moneyOf } from '../domain/money.ts';
import type { Actor } from '../domain/people.ts';
import type { Spend } from '../domain/spend.ts';
import { loadSettings } from '../store/settings.ts';
import { findSpendIds, insertSpend, type SpendRecord } from '../store/spend.ts';
import type { Tx } from '../store/transaction.ts';
import type { Context } from './context.ts';

export interface SpendInput extends Omit<Spend, 'amount'> {
  /** Major units, a plain decimal. */
  amount: string;
  /** Null: the team's. */
  currency: string | null;
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
  const { currency } = await loadSettings(tx);
  const known = await findSpendIds(
    tx,
    inputs.flatMap((input) => input.dedupeKey ?? []),
  );
  const records: SpendRecord[] = [];
  const answers = inputs.map((input) => {
    const earlier = input.dedupeKey === undefined ? undefined : known.get(input.dedupeKey);
    if (earlier !== undefined) return { id: earlier, duplicate: true };
    const record = toRecord(input, ctx.newId('spend'), currency);
    known.set(record.dedupeKey, record.id);
    records.push({ ...record, recordedAt: now, recordedBy: options.actor });
    return { id: record.id, duplicate: false };
  });
  await insertSpend(tx, records);
  return answers;
}

function toRecord(input: SpendInput, id: string, teamCurrency: string) {
  const { side, source, campaign, from, to } = input;
  const amount = moneyOf(input.amount, input.currency ?? teamCurrency);
  return { ...{ side, source, campaign, from, to, amount }, id, dedupeKey: input.dedupeKey ?? id };
}

/** By which promises and hours the stored times of nags were counted. */
import { assertTransaction, type Tx } from '../transaction.ts';

/** A row among the settings that is none: what people set is read by name. */
const KEY = 'nags_counted_by';

export async function isRecountedFor(tx: Tx, rules: string): Promise<boolean> {
  const row = await tx.sql.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
  return row?.value === rules;
}

export async function recordRecount(tx: Tx, rules: string, now: number): Promise<void> {
  assertTransaction(tx);
  const note = { value: rules, updatedAt: now, updatedBy: 'tango' } as const;
  await tx.sql
    .insertInto('setting')
    .values({ key: KEY, ...note })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(note))
    .execute();
}

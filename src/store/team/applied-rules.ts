/** By which of the team's rules something was counted or drawn that a job does again once they have changed. */
import { assertTransaction, type Tx } from '../transaction.ts';

/** Rows among the settings that are none: what people set is read by name. */
export type RulesKey =
  | 'cards_drawn_by'
  | 'places_followed'
  | 'cards_looked_at'
  | 'promises_filled'
  | 'snoozes_ended'
  | 'unplaced_carded';

/** Null: never yet. */
export async function findAppliedRules(tx: Tx, key: RulesKey): Promise<string | null> {
  const row = await tx.sql.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function recordAppliedRules(
  tx: Tx,
  key: RulesKey,
  { rules, now }: { rules: string; now: number },
): Promise<void> {
  assertTransaction(tx);
  const note = { value: rules, updatedAt: now, updatedBy: 'tango' } as const;
  await tx.sql
    .insertInto('setting')
    .values({ key, ...note })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(note))
    .execute();
}

import type { Tx } from './transaction.ts';

/** As much as a lead with its history: where there is no room for it there is none for them. */
const FILLER = 'x'.repeat(16 * 1024);
const NAME = 'readiness';

/** Writes as a lead would be written, and leaves a row of a few bytes. Throws what the database says. */
export async function probeWriting(tx: Tx, at: number): Promise<void> {
  await tx.sql
    .insertInto('writeProbe')
    .values({ name: NAME, filler: FILLER, at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ filler: FILLER, at }))
    .execute();
  await tx.sql.updateTable('writeProbe').set({ filler: '' }).where('name', '=', NAME).execute();
}

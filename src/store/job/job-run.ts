import { assertTransaction, type Tx } from '../transaction.ts';

/** The latest occurrence of the job that was run; null when it never was. */
export async function findLastRun(tx: Tx, job: string): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('jobRun')
    .select((eb) => eb.fn.max('occurrence').as('occurrence'))
    .where('job', '=', job)
    .executeTakeFirst();
  return row?.occurrence ?? null;
}

/** Noted by a clock that was ahead. */
export async function deleteRunsStartedAfter(tx: Tx, instant: number): Promise<void> {
  assertTransaction(tx);
  await tx.sql.deleteFrom('jobRun').where('startedAt', '>', instant).execute();
}

/** Another process may have been faster: its row stays. */
export async function insertJobRun(
  tx: Tx,
  run: { job: string; occurrence: string; startedAt: number },
): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .insertInto('jobRun')
    .values(run)
    .onConflict((conflict) => conflict.columns(['job', 'occurrence']).doNothing())
    .execute();
}

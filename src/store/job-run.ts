import { assertTransaction, type Tx } from './transaction.ts';

/** False when that occurrence has been taken already, by this process or another one. */
export async function insertJobRun(
  tx: Tx,
  run: { job: string; occurrence: string; startedAt: number },
): Promise<boolean> {
  assertTransaction(tx);
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('job_run')
    .values({ job: run.job, occurrence: run.occurrence, started_at: run.startedAt })
    .onConflict((conflict) => conflict.columns(['job', 'occurrence']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

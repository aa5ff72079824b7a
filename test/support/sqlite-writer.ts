/** A second writer on a SQLite file, in a thread of its own as an import on the command line is in a process of its own. */
import { workerData } from 'node:worker_threads';
import { Database } from '../../src/store/database.ts';

const { url, count } = workerData as { url: string; count: number };
const db = await Database.open(url);
for (let n = 0; n < count; n++) {
  await db.transaction(async (tx) => {
    await tx.sql.selectFrom('setting').selectAll().execute();
    const row = { key: `writer ${n}`, value: '1', updatedAt: 1, updatedBy: 'tango' } as const;
    await tx.sql.insertInto('setting').values(row).execute();
  });
}
await db.close();

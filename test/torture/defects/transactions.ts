/** Wrapped transactions of the bot. */
import type { Running } from '../../../src/start.ts';
import type { Tx } from '../../../src/store/transaction.ts';

interface Written {
  tx: Tx;
  /** How many rows of each the work has added. */
  leads: number;
  events: number;
  /** How many transactions have added one. */
  nth: number;
}

/** Runs before the commit; `true`: the result is handed out, and nothing of it is kept. */
export type Spoil = (written: Written) => Promise<boolean>;

const ROLLED_BACK = new Error('rolled back on purpose');

/** Of those transactions that write to the history of a lead: the others are the outbox's, the jobs' and the settings'. */
export function onTransactions(spoil: Spoil): (bot: Running) => void {
  return ({ ctx: { db } }) => {
    const begin = db.transaction.bind(db);
    let nth = 0;
    db.transaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      const kept: { result?: T } = {};
      return begin(async (tx) => {
        const before = await counts(tx);
        kept.result = await work(tx);
        const after = await counts(tx);
        const events = after.events - before.events;
        if (events > 0) {
          nth += 1;
          if (await spoil({ tx, leads: after.leads - before.leads, events, nth })) throw ROLLED_BACK;
        }
        return kept.result;
      }).catch((thrown: unknown) => {
        if (thrown !== ROLLED_BACK) throw thrown;
        return kept.result as T;
      });
    };
  };
}

async function counts(tx: Tx): Promise<{ leads: number; events: number }> {
  const count = async (table: 'lead' | 'leadEvent') => {
    const row = await tx.sql
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  return { leads: await count('lead'), events: await count('leadEvent') };
}

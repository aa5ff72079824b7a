import { refuse } from '../../domain/refusals.ts';
import type { Actor } from '../../domain/team/actor.ts';
import {
  type LedgerEntry,
  type LedgerWish,
  listSpend,
  lockLedger,
  withdrawBatch,
  withdrawSpend,
} from '../../store/money/ledger.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { assertMayRecord } from './record-part.ts';

export type { LedgerEntry };

export function listLedger(ctx: Context, wish: LedgerWish): Promise<LedgerEntry[]> {
  return ctx.db.transaction((tx) => listSpend(tx, wish));
}

/** An amount, or a batch with all that it brought, by its id, with its corrections. What it had replaced is counted again. It stays in the ledger. */
export function withdrawFromLedger(ctx: Context, id: string, by: Actor): Promise<void> {
  return perform(ctx, by, async (work) => {
    assertMayRecord(work);
    const { tx, now: at } = work;
    await lockLedger(tx);
    await work.keepGesture();
    const isDone = (await withdrawSpend(tx, id, { at, by })) || (await withdrawBatch(tx, id, { at, by }));
    if (!isDone) throw refuse('spend_not_found');
  });
}

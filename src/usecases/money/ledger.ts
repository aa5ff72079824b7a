import type { ImportId } from '../../domain/import/import.ts';
import type { LedgerEntry } from '../../domain/money/ledger.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { updateImport } from '../../store/import/import.ts';
import {
  type LedgerWish,
  listSpend,
  lockLedger,
  withdrawBatch,
  withdrawSpend,
} from '../../store/money/ledger.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { assertMayRecord } from './record-part.ts';

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
    if (await withdrawSpend(tx, id, { at, by })) return;
    if (!(await withdrawBatch(tx, id, { at, by }))) throw refuse('spend_not_found');
    // The batch of a file is listed as an import as well.
    await updateImport(tx, id as ImportId, { state: 'undone', undoneAt: at, undoneBy: by });
  });
}

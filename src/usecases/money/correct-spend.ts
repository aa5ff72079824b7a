import type { Spend } from '../../domain/money/spend.ts';
import { refuse } from '../../domain/refusals.ts';
import { nameKey } from '../../domain/source/fold.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { listSpend, lockLedger } from '../../store/money/ledger.ts';
import { listCorrected, listNewer, listReplacedBy } from '../../store/money/replacement.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { assertMayRecord, recordPart, refuseOverlaps, type SpendInput } from './record-part.ts';

interface Correction {
  id: string;
  spend: SpendInput;
}

/** It was never as the amount says: the correction stands for it from now on, and for what that had replaced. Taken back, it is counted as it was. */
export function correctSpend(ctx: Context, by: Actor, { id, spend }: Correction): Promise<void> {
  return perform(ctx, by, async (work) => {
    assertMayRecord(work);
    await lockLedger(work.tx);
    const [entry] = await listSpend(work.tx, { id, isWhole: true, limit: 1 });
    if (!entry || entry.state === 'withdrawn') throw refuse('spend_not_found');
    if (entry.state === 'replaced') throw refuse('spend_replaced');
    await work.keepGesture();
    if (isSame(entry, spend)) return;
    const before = await listCorrected(work.tx, id);
    const replaced = new Set(await listReplacedBy(work.tx, [id, ...before]));
    const newer = new Set(await listNewer(work.tx, id));
    const corrected = { id, before, replaced, newer };
    const batch = { id: work.newId('batch'), name: null };
    const recorded = await recordPart(work, { batch, spend: [spend], corrected });
    refuseOverlaps(recorded);
  });
}

function isSame(one: Told, other: Told): boolean {
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}

type Told = Spend & { note?: string | null };

function told({ side, note = null, source, campaign, from, to, amount: { minor, currency } }: Told) {
  return [side, note, source && nameKey(source), campaign && nameKey(campaign), from, to, minor, currency];
}

import type { LedgerEntry } from '../../domain/money/ledger.ts';
import type { Spend } from '../../domain/money/spend.ts';
import { refuse } from '../../domain/refusals.ts';
import { nameKey } from '../../domain/source/fold.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { listSpend, lockLedger } from '../../store/money/ledger.ts';
import { listCorrected, listNewer, listReplacedBy } from '../../store/money/replacement.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import {
  assertMayRecord,
  newBatch,
  type Recorded,
  recordPart,
  refuseOverlaps,
  type SpendInput,
} from './record-part.ts';

interface Correction {
  id: string;
  spend: SpendInput;
}

/** It was never as the amount says: the correction stands for it from now on, and for what that had replaced. Taken back, it is counted as it was. */
export function correctSpend(ctx: Context, by: Actor, correction: Correction): Promise<void> {
  return perform(ctx, by, async (work) => {
    assertMayRecord(work);
    const recorded = await correctIn(work, correction);
    await work.keepGesture();
    if (recorded) refuseOverlaps([recorded]);
  });
}

/** Null: it says what the amount says, and nothing is written. */
export async function correctIn(work: Work, { id, spend }: Correction): Promise<Recorded | null> {
  await lockLedger(work.tx);
  const entry = await findCounted(work, id);
  if (isSame(entry, spend)) return null;
  const before = await listCorrected(work.tx, id);
  const replaced = new Set(await listReplacedBy(work.tx, [id, ...before]));
  const newer = new Set(await listNewer(work.tx, id));
  const corrected = { id, before, replaced, newer };
  const [recorded] = await recordPart(work, { batch: newBatch(work), spend: [spend], corrected });
  return recorded ?? null;
}

async function findCounted({ tx }: Work, id: string): Promise<LedgerEntry> {
  const [entry] = await listSpend(tx, { ids: [id], isWhole: true, limit: 1 });
  if (!entry || entry.state === 'withdrawn') throw refuse('spend_not_found');
  if (entry.state === 'replaced') throw refuse('spend_replaced');
  return entry;
}

function isSame(one: Told, other: Told): boolean {
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}

type Told = Spend & { note?: string | null };

function told({ side, note = null, source, campaign, from, to, amount: { minor, currency } }: Told) {
  return [side, note, source && nameKey(source), campaign && nameKey(campaign), from, to, minor, currency];
}

import type { LedgerEntry } from '../../domain/money/ledger.ts';
import { majorUnits } from '../../domain/money/money.ts';
import { count } from '../../sentences/en/count.ts';
import { sayMoney } from '../../sentences/en/money.ts';
import { listLedger, withdrawFromLedger } from '../../usecases/money/ledger.ts';
import { printable } from '../printable.ts';
import { withExistingContext } from '../with-context.ts';

export interface ListOptions {
  from?: string;
  to?: string;
  all?: boolean;
  json?: boolean;
}

const MOST = 1_000;

export async function printLedger({ from, to, all, json }: ListOptions): Promise<void> {
  const wish = { from, to, isWhole: all, limit: MOST + 1 };
  const found = await withExistingContext((ctx) => listLedger(ctx, wish));
  const shown = found.slice(0, MOST);
  if (json) console.log(JSON.stringify({ spend: shown.map(plain), isCut: found.length > MOST }));
  else for (const entry of shown) console.log(printable(line(entry)));
  if (json) return;
  if (shown.length === 0) console.log('No spend was recorded for these days.');
  if (found.length > MOST) console.log(`Only the last ${count(MOST, 'amount')} are shown: name fewer days.`);
}

export function removeSpend(id: string): Promise<void> {
  return withExistingContext(async (ctx) => {
    await withdrawFromLedger(ctx, id, 'import');
    console.log('Taken back. What it had replaced is counted again; `tango spend list --all` shows both.');
  });
}

const STATES = { counted: '', replaced: ' · replaced', withdrawn: ' · taken back' };

function line(entry: LedgerEntry): string {
  const { id, side, source, campaign, note, from, to, amount, batch, batchName, recordedAt, state } = entry;
  const what = [side, source, campaign, note && `“${note}”`].filter(Boolean).join(' · ');
  const days = from === to ? from : `${from} to ${to}`;
  const came = batch === null ? 'recorded before batches were kept' : `batch ${batch}`;
  const file = batchName === null ? '' : ` (${batchName})`;
  const when = new Date(recordedAt).toISOString().slice(0, 10);
  return `${id}: ${sayMoney(amount)} · ${what} · ${days} · ${when}, ${came}${file}${STATES[state]}`;
}

function plain({ amount, recordedAt, ...entry }: LedgerEntry) {
  return {
    ...entry,
    amount: majorUnits(amount),
    currency: amount.currency,
    recordedAt: new Date(recordedAt).toISOString(),
  };
}

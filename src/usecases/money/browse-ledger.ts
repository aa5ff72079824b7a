/** The ledger as marketing and managers look through it. */
import { offeredCurrencies } from '../../domain/money/currencies.ts';
import type {
  BrowsedEntry,
  EntryScene,
  FormScene,
  LedgerEntry,
  LedgerPage,
} from '../../domain/money/ledger.ts';
import { assertMayRecordSpend } from '../../domain/money/spend-rules.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import { listCurrencies } from '../../store/money/currency.ts';
import { countByBatch, countSpend, listSpend } from '../../store/money/ledger.ts';
import { listHeldBack } from '../../store/money/replacement.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

interface PageWish {
  person: PersonId;
  /** Replaced and withdrawn ones too. */
  isWhole: boolean;
  offset: number;
  limit: number;
}

export function browseLedger(ctx: Context, { person, ...wish }: PageWish): Promise<LedgerPage> {
  return perform(ctx, person, async (work) => {
    assertMayRecordSpend(work.settings, person);
    const total = await countSpend(work.tx, wish);
    const entries = await withBatches(work, await listSpend(work.tx, wish));
    return { entries, total, timezone: work.settings.timezone };
  });
}

export function loadLedgerEntry(ctx: Context, person: PersonId, id: string): Promise<EntryScene> {
  return perform(ctx, person, async (work) => {
    const { tx, settings } = work;
    assertMayRecordSpend(settings, person);
    const [entry] = await withBatches(work, await listSpend(tx, { ids: [id], isWhole: true, limit: 1 }));
    if (!entry) throw refuse('spend_not_found');
    const ids = entry.state === 'counted' ? await listHeldBack(tx, id) : [];
    const replaced = await listSpend(tx, { ids, isWhole: true, limit: MOST_NAMED });
    return { entry, replaced, timezone: settings.timezone };
  });
}

const MOST_NAMED = 100;

export function prepareSpendForm(ctx: Context, person: PersonId, id: string | null): Promise<FormScene> {
  return perform(ctx, person, async ({ tx, settings, now }) => {
    assertMayRecordSpend(settings, person);
    const ids = id === null ? [] : [id];
    const [entry = null] = await listSpend(tx, { ids, isWhole: true, limit: 1 });
    if (id !== null && (entry === null || entry.state === 'withdrawn')) throw refuse('spend_not_found');
    const currencies = offeredCurrencies(settings.currency, await listCurrencies(tx));
    return { entry, currencies, today: dayIn(settings.timezone, now) };
  });
}

async function withBatches({ tx }: Work, entries: readonly LedgerEntry[]): Promise<BrowsedEntry[]> {
  const counts = await countByBatch(
    tx,
    entries.flatMap(({ batch }) => batch ?? []),
  );
  return entries.map((entry) => ({ ...entry, inBatch: counts.get(entry.batch ?? '') ?? 1 }));
}

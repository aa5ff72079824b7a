import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { LedgerEntry } from '../../domain/money/ledger.ts';
import type { EntryNames } from '../../domain/scorecard/entries.ts';
import type { NamedIds } from '../../domain/scorecard/told-moves.ts';
import { findLeads } from '../lead/lead.ts';
import { listSpend } from '../money/ledger.ts';
import type { Tx } from '../transaction.ts';

const AT_ONCE = 500;

interface FoundNames extends EntryNames {
  leads: ReadonlyMap<LeadId, Lead>;
  spend: ReadonlyMap<string, LedgerEntry>;
}

export async function findEntryNames(tx: Tx, { leads, spend }: NamedIds): Promise<FoundNames> {
  const amounts =
    spend.length === 0 ? [] : await listSpend(tx, { ids: spend, isWhole: true, limit: spend.length });
  const found: Lead[] = [];
  for (let from = 0; from < leads.length; from += AT_ONCE)
    found.push(...(await findLeads(tx, leads.slice(from, from + AT_ONCE))));
  return {
    leads: new Map(found.map((lead) => [lead.id, lead])),
    spend: new Map(amounts.map((amount) => [amount.id, amount])),
  };
}

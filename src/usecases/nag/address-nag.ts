import type { Lead } from '../../domain/lead/lead.ts';
import type { Nag, NagRule } from '../../domain/nag/nag.ts';
import { HERE, type Hearer, MOST_NAGS_A_DAY, type NagReceipt, onDuty } from '../../domain/nag/nag-receipt.ts';
import { dayFor } from '../../domain/team/person.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { dayIn } from '../../domain/time/day.ts';
import { countToldOn, insertReceipts } from '../../store/nag-receipt.ts';
import type { Tx } from '../../store/transaction.ts';

interface Address {
  nag: Nag;
  rule: NagRule;
  lead: Lead;
  settings: Settings;
}

/** Settles who hears a nag, and takes it down. Beyond the cap: its one hearer gets it with the digest of the day instead. */
export async function addressNag(tx: Tx, address: Address): Promise<{ isBeyondCap: boolean }> {
  const receipts = await receiptsOf(tx, address);
  await insertReceipts(tx, receipts);
  return { isBeyondCap: receipts.some(({ how }) => how === 'digest') };
}

async function receiptsOf(tx: Tx, { nag, rule, lead, settings }: Address): Promise<NagReceipt[]> {
  const nagId = nag.id;
  switch (rule.whom) {
    case 'nobody':
      return [];
    case 'managers':
      return settings.managers.map((hearer) => ({ nagId, hearer, how: 'manager', day: null }));
    case 'owner':
      return lead.owner ? [await toOwner(tx, { nag, hearer: lead.owner, settings })] : [];
    case 'on_duty':
      return mentions(tx, nag, settings);
    default:
      return rule.whom satisfies never;
  }
}

async function toOwner(
  tx: Tx,
  { nag, hearer, settings }: { nag: Nag; hearer: Hearer; settings: Settings },
): Promise<NagReceipt> {
  const day = dayOf(hearer, settings, nag.sentAt);
  const isCapped = (await countToldOn(tx, hearer, day)) >= MOST_NAGS_A_DAY;
  return isCapped
    ? { nagId: nag.id, hearer, how: 'digest', day: null }
    : { nagId: nag.id, hearer, how: 'dm', day };
}

/** Whoever has heard enough today is not called again; the post itself is there for all to see. */
async function mentions(tx: Tx, nag: Nag, settings: Settings): Promise<NagReceipt[]> {
  const receipts: NagReceipt[] = [];
  for (const hearer of onDuty(settings, nag.sentAt)) {
    const day = dayOf(hearer, settings, nag.sentAt);
    if ((await countToldOn(tx, hearer, day)) >= MOST_NAGS_A_DAY) continue;
    receipts.push({ nagId: nag.id, hearer, how: 'mention', day });
  }
  return receipts;
}

function dayOf(hearer: Hearer, settings: Settings, at: number): string {
  return hearer === HERE ? dayIn(settings.timezone, at) : dayFor(hearer, settings, at);
}

import type { Lead } from '../../domain/lead/lead.ts';
import type { Nag, NagRule } from '../../domain/nag/nag.ts';
import { HERE, MOST_NAGS_A_DAY, type NagReceipt, onDuty, type Recipient } from '../../domain/nag/receipt.ts';
import { dayFor } from '../../domain/team/person.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { dayIn } from '../../domain/time/day.ts';
import { countNagsOn, insertReceipts } from '../../store/nag/receipt.ts';
import type { Tx } from '../../store/transaction.ts';

interface Address {
  nag: Nag;
  rule: NagRule;
  lead: Lead;
  settings: Settings;
}

/** Settles who hears a nag, and takes it down. Beyond the cap: its one recipient gets it with the digest of the day instead. */
export async function chooseRecipients(tx: Tx, address: Address): Promise<{ isBeyondCap: boolean }> {
  const receipts = await receiptsOf(tx, address);
  await insertReceipts(tx, receipts);
  return { isBeyondCap: receipts.some(({ channel: how }) => how === 'digest') };
}

async function receiptsOf(tx: Tx, { nag, rule, lead, settings }: Address): Promise<NagReceipt[]> {
  const nagId = nag.id;
  switch (rule.whom) {
    case 'nobody':
      return [];
    case 'managers':
      return settings.managers.map((recipient) => ({ nagId, recipient, channel: 'manager', day: null }));
    case 'owner':
      return lead.owner ? [await toOwner(tx, { nag, recipient: lead.owner, settings })] : [];
    case 'on_duty':
      return mentions(tx, nag, settings);
    default:
      return rule.whom satisfies never;
  }
}

async function toOwner(
  tx: Tx,
  { nag, recipient, settings }: { nag: Nag; recipient: Recipient; settings: Settings },
): Promise<NagReceipt> {
  const day = dayOf(recipient, settings, nag.sentAt);
  const isCapped = (await countNagsOn(tx, recipient, day)) >= MOST_NAGS_A_DAY;
  return isCapped
    ? { nagId: nag.id, recipient: recipient, channel: 'digest', day: null }
    : { nagId: nag.id, recipient: recipient, channel: 'dm', day };
}

/** Whoever has heard enough today is not called again; the post itself is there for all to see. */
async function mentions(tx: Tx, nag: Nag, settings: Settings): Promise<NagReceipt[]> {
  const receipts: NagReceipt[] = [];
  for (const recipient of onDuty(settings, nag.sentAt)) {
    const day = dayOf(recipient, settings, nag.sentAt);
    if ((await countNagsOn(tx, recipient, day)) >= MOST_NAGS_A_DAY) continue;
    receipts.push({ nagId: nag.id, recipient: recipient, channel: 'mention', day });
  }
  return receipts;
}

function dayOf(recipient: Recipient, settings: Settings, at: number): string {
  return recipient === HERE ? dayIn(settings.timezone, at) : dayFor(recipient, settings, at);
}

import type { Lead } from '../../domain/lead/lead.ts';
import type { Nag, NagRule } from '../../domain/nag/nag.ts';
import { HERE, MOST_NAGS_A_DAY, type NagReceipt, onDuty, type Recipient } from '../../domain/nag/receipt.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayFor, living } from '../../domain/team/person.ts';
import { dayIn } from '../../domain/time/day.ts';
import { countNagsOn, insertReceipts } from '../../store/nag/receipt.ts';
import type { Work } from '../work.ts';

interface Addressing {
  nag: Nag;
  rule: NagRule;
  lead: Lead;
}

/** Decides who gets a nag, and records it. Beyond the cap: its one recipient gets it with the digest of the day instead. */
export async function chooseRecipients(
  work: Work,
  addressing: Addressing,
): Promise<{ isBeyondCap: boolean }> {
  const receipts = await receiptsOf(work, addressing);
  await insertReceipts(work.tx, receipts);
  return { isBeyondCap: receipts.some(({ channel }) => channel === 'digest') };
}

async function receiptsOf(work: Work, { nag, rule, lead }: Addressing): Promise<NagReceipt[]> {
  const nagId = nag.id;
  switch (rule.whom) {
    case 'nobody':
      return [];
    case 'managers':
      return living(work.settings.managers, work.settings).map((recipient) => ({
        nagId,
        recipient,
        channel: 'manager',
        day: null,
      }));
    case 'owner':
      return lead.owner ? [await toOwner(work, nag, lead.owner)] : [];
    case 'on_duty':
      return mentions(work, nag);
    default:
      return rule.whom satisfies never;
  }
}

async function toOwner(work: Work, { id, sentAt }: Nag, recipient: PersonId): Promise<NagReceipt> {
  const day = dayOf(work, recipient, sentAt);
  const isCapped = (await countNagsOn(work.tx, recipient, day)) >= MOST_NAGS_A_DAY;
  return isCapped
    ? { nagId: id, recipient, channel: 'digest', day: null }
    : { nagId: id, recipient, channel: 'dm', day };
}

/** Whoever has heard enough today is not called again; the post itself is there for all to see. */
async function mentions(work: Work, { id, sentAt }: Nag): Promise<NagReceipt[]> {
  const receipts: NagReceipt[] = [];
  for (const recipient of onDuty(work.settings, sentAt)) {
    const day = dayOf(work, recipient, sentAt);
    if ((await countNagsOn(work.tx, recipient, day)) >= MOST_NAGS_A_DAY) continue;
    receipts.push({ nagId: id, recipient, channel: 'mention', day });
  }
  return receipts;
}

function dayOf({ settings }: Work, recipient: Recipient, at: number): string {
  return recipient === HERE ? dayIn(settings.timezone, at) : dayFor(recipient, settings, at);
}

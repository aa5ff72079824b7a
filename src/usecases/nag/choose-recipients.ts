import type { Lead } from '../../domain/lead/lead.ts';
import type { Nag } from '../../domain/nag/nag.ts';
import { HERE, MOST_NAGS_A_DAY, type NagReceipt, onDuty, type Recipient } from '../../domain/nag/receipt.ts';
import type { NagStep } from '../../domain/promise/kinds.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayFor } from '../../domain/team/person.ts';
import { dayIn } from '../../domain/time/day.ts';
import { countNagsOn, insertReceipts } from '../../store/nag/receipt.ts';
import type { Work } from '../work.ts';

interface Addressing {
  nag: Nag;
  step: NagStep;
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

async function receiptsOf(work: Work, { nag, step, lead }: Addressing): Promise<NagReceipt[]> {
  if (step.how === 'dm') return lead.owner ? [await toOwner(work, nag, lead.owner)] : [];
  return step.to === 'on_duty' ? mentions(work, nag) : [];
}

async function toOwner(work: Work, { id, sentAt }: Nag, recipient: PersonId): Promise<NagReceipt> {
  const day = dayOf(work, recipient, sentAt);
  const isCapped = (await countNagsOn(work.tx, { recipient, day, how: 'dm' })) >= MOST_NAGS_A_DAY;
  return isCapped
    ? { nagId: id, recipient, channel: 'digest', day: null }
    : { nagId: id, recipient, channel: 'dm', day };
}

/** Whoever has heard enough today is not called again; the post itself is there for all to see. */
async function mentions(work: Work, { id, sentAt }: Nag): Promise<NagReceipt[]> {
  const receipts: NagReceipt[] = [];
  for (const recipient of onDuty(work.settings, sentAt)) {
    const day = dayOf(work, recipient, sentAt);
    if ((await countNagsOn(work.tx, { recipient, day, how: 'mention' })) >= MOST_NAGS_A_DAY) continue;
    receipts.push({ nagId: id, recipient, channel: 'mention', day });
  }
  return receipts;
}

function dayOf({ settings }: Work, recipient: Recipient, at: number): string {
  return recipient === HERE ? dayIn(settings.timezone, at) : dayFor(recipient, settings, at);
}

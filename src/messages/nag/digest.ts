import { LADDER, type Nag } from '../../domain/nag/nag.ts';
import type { ReceiptChannel } from '../../domain/nag/receipt.ts';
import { runningPromise } from '../../domain/promise.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { isOnLeave } from '../../domain/team/person.ts';
import type { Settings } from '../../domain/team/settings.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { type DigestEntry, managerDigest, nagDigest } from '../../slack/views/nag/nag-digest.ts';
import { personDeactivated } from '../../slack/views/team/person-deactivated.ts';
import { findLead } from '../../store/lead/lead.ts';
import { listDigest } from '../../store/nag/receipt.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import { untouchedSince } from './nag.ts';

/** `ref` is "person/day". Null when all that it would say has been done meanwhile. */
export async function renderNagDigest(tx: Tx, ref: string): Promise<MessageView | null> {
  const settings = await loadSettings(tx);
  const entries = await entriesOf(tx, { ref, how: 'digest', settings });
  return entries.length > 0 ? nagDigest({ entries, timezone: settings.timezone }) : null;
}

/** `ref` is "manager/day". */
export async function renderManagerDigest(tx: Tx, ref: string, now: number): Promise<MessageView | null> {
  const settings = await loadSettings(tx);
  const entries = await entriesOf(tx, { ref, how: 'manager', settings });
  if (entries.length === 0) return null;
  const owners = entries.flatMap(({ lead }) => lead.owner ?? []);
  const away = new Set(owners.filter((owner) => isOnLeave(owner, settings, now)));
  return managerDigest({ entries, away, timezone: settings.timezone });
}

/** `ref` is "person/released/qualified/at/manager". */
export async function renderPersonDeactivated(_tx: Tx, ref: string): Promise<MessageView> {
  const [gone = '', released, qualified] = ref.split('/');
  return personDeactivated({
    gone: gone as PersonId,
    released: Number(released),
    qualified: Number(qualified),
  });
}

interface Digest {
  ref: string;
  how: ReceiptChannel;
  settings: Settings;
}

/** One a lead, as far as it still waits for the same. */
async function entriesOf(tx: Tx, { ref, how, settings }: Digest): Promise<DigestEntry[]> {
  const [person = '', day = ''] = ref.split('/');
  const nags = await listDigest(tx, { person: person as PersonId, day, how });
  const latest = new Map(nags.map((nag) => [nag.leadId, nag]));
  const entries: DigestEntry[] = [];
  for (const nag of latest.values()) {
    const entry = await entryOf(tx, nag, settings);
    if (entry) entries.push(entry);
  }
  return entries;
}

async function entryOf(tx: Tx, nag: Nag, settings: Settings): Promise<DigestEntry | null> {
  const lead = await findLead(tx, nag.leadId);
  const clock = lead && runningPromise(lead, settings);
  const isKnown = LADDER.some(({ promise, step }) => promise === nag.promise && step === nag.step);
  if (!clock || !isKnown || clock.name !== nag.promise || !untouchedSince(lead, nag.sentAt)) return null;
  return { lead, promise: clock.name, since: clock.since };
}

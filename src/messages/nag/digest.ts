import type { RefOf } from '../../domain/announcement.ts';
import { LADDER, type Nag } from '../../domain/nag/nag.ts';
import { runningPromise } from '../../domain/promise.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { isOnLeave } from '../../domain/team/person.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { type DigestEntry, managerDigest, nagDigest } from '../../slack/views/nag/nag-digest.ts';
import { findLead } from '../../store/lead/lead.ts';
import { listDigest } from '../../store/nag/receipt.ts';
import type { TeamReading } from '../reading.ts';
import { untouchedSince } from './nag.ts';

/** Null when all that it would say has been done meanwhile. */
export async function renderNagDigest(
  reading: TeamReading,
  { person, day }: RefOf<'nag_digest'>,
): Promise<MessageView | null> {
  const entries = await entriesOf(
    reading,
    person,
    await listDigest(reading.tx, { person, day, how: 'digest' }),
  );
  return entries.length > 0 ? nagDigest({ entries, timezone: reading.settings.timezone }) : null;
}

export async function renderManagerDigest(
  reading: TeamReading,
  { person, day }: RefOf<'manager_digest'>,
): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const entries = await entriesOf(reading, person, await listDigest(tx, { person, day, how: 'manager' }));
  if (entries.length === 0) return null;
  const owners = entries.flatMap(({ lead }) => lead.owner ?? []);
  const away = new Set(owners.filter((owner) => isOnLeave(owner, settings, now)));
  return managerDigest({ entries, away, timezone: settings.timezone });
}

/** One a lead, as far as it still waits for the same. */
async function entriesOf(
  reading: TeamReading,
  person: PersonId,
  nags: readonly Nag[],
): Promise<DigestEntry[]> {
  const latest = new Map(nags.map((nag) => [nag.leadId, nag]));
  const entries: DigestEntry[] = [];
  for (const nag of latest.values()) {
    const entry = await entryOf(reading, nag);
    if (entry) entries.push({ ...entry, lead: leadFor(person, entry.lead, reading.settings) });
  }
  return entries;
}

async function entryOf({ tx, settings }: TeamReading, nag: Nag): Promise<DigestEntry | null> {
  const lead = await findLead(tx, nag.leadId);
  const running = lead && runningPromise(lead, settings);
  const isKnown = LADDER.some(({ promise, step }) => promise === nag.promise && step === nag.step);
  if (!running || !isKnown || running.name !== nag.promise || !untouchedSince(lead, nag.sentAt)) return null;
  return { lead, promise: running.name, since: running.since };
}

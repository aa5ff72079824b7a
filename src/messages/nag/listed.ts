/** Leads as lists of them show them: as their reader may see them, each with what is owed, or with what has become of it. */

import type { Lead } from '../../domain/lead/lead.ts';
import type { Nag } from '../../domain/nag/nag.ts';
import { nextOwed, type TeamPromise } from '../../domain/promise/promise.ts';
import type { ListedLead } from '../../slack/views/nag/lead-list.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findRunningPromises } from '../../store/promise/promise.ts';
import { lastMoveOf, urlOfCard } from '../lead/moved-on.ts';
import type { TeamReading } from '../reading.ts';

type Seen = (lead: Lead) => Lead;

/** What was said of it still holds: it waits for the same, and nobody has done anything since. */
export function stillWaits(nag: Nag, running: readonly TeamPromise[]): TeamPromise | null {
  const next = nextOwed(running);
  return next?.kind === nag.promise && next.cycleAt <= nag.sentAt ? next : null;
}

async function listedByNag(reading: TeamReading, nag: Nag, seen: Seen): Promise<ListedLead | null> {
  const found = await findLead(reading.tx, nag.leadId);
  if (!found) return null;
  const promise = stillWaits(nag, await findRunningPromises(reading.tx, nag.leadId));
  return listed(reading, { lead: seen(found), promise });
}

export async function listed(
  reading: TeamReading,
  { lead, promise }: { lead: Lead; promise: TeamPromise | null },
): Promise<ListedLead> {
  const moved = promise ? null : await lastMoveOf(reading, lead);
  return { lead, promise, moved, url: await urlOfCard(reading, lead) };
}

/** One a lead, the latest that was said of each. */
export async function listedByNags(
  reading: TeamReading,
  nags: readonly Nag[],
  seen: Seen,
): Promise<ListedLead[]> {
  const latest = new Map(nags.map((nag) => [nag.leadId, nag]));
  const entries: ListedLead[] = [];
  for (const nag of latest.values()) {
    const entry = await listedByNag(reading, nag, seen);
    if (entry) entries.push(entry);
  }
  return entries;
}

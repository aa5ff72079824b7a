/** Which leads of a batch are of somebody we know, as far as what is stored and what came before them in the batch can tell. */
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { MATCHED_BY, type MatchedBy } from '../../domain/lead/match.ts';
import { isRepeat, REPEATED_WITHIN } from '../../domain/lead/repeat.ts';
import {
  findEarlierLead,
  findLately,
  findUnmerged,
  findWorkedOn,
  isKnownKey,
} from '../../store/lead/lead-match.ts';
import type { Tx } from '../../store/transaction.ts';

export interface KnownLeads {
  tx: Tx;
  /** What the database has said, by key: each is asked once. */
  isKnown: Map<string, boolean>;
  stored: Map<string, Stored>;
  /** What came before in this batch, by key, repeats too. */
  came: Map<string, Lead[]>;
  /** Of the repeats in this batch: into which lead each goes. */
  firsts: Map<LeadId, Lead>;
}

interface Stored {
  /** The newest that somebody works on. */
  workedOn: Lead | null;
  newest: Lead | null;
}

export function knownLeads(tx: Tx): KnownLeads {
  return { tx, isKnown: new Map(), stored: new Map(), came: new Map(), firsts: new Map() };
}

/** Those after it know this one; of a repeat `first` is the lead that it goes into. */
export function addKnown(known: KnownLeads, lead: Lead, first: Lead | null): void {
  if (first) known.firsts.set(lead.id, first);
  for (const by of MATCHED_BY) {
    const key = keyed(by, lead.keys[by]);
    known.came.set(key, [...(known.came.get(key) ?? []), lead]);
  }
}

/** What somebody has just sent is looked for among so many of theirs. */
const LOOKED_AT = 20;

/** The lead that said all of this minutes ago, and has a card on which it can be counted. */
export async function findFirst(known: KnownLeads, lead: Lead): Promise<Lead | null> {
  for (const by of ['email', 'phone'] as const) {
    const key = lead.keys[by];
    if (key === null) continue;
    const came = (known.came.get(keyed(by, key)) ?? []).slice(-LOOKED_AT).reverse();
    for (const last of [...came, ...(await findStoredLately(known, by, { key, lead }))]) {
      const first = known.firsts.get(last.id) ?? (await findUnmerged(known.tx, last));
      if (first.cardChannel !== null && isRepeat(lead, { last, first })) return first;
    }
  }
  return null;
}

async function findStoredLately(
  known: KnownLeads,
  by: 'email' | 'phone',
  { key, lead: { receivedAt } }: { key: string; lead: Lead },
): Promise<Lead[]> {
  if (!(await isOfSome(known, by, key))) return [];
  const span = { since: receivedAt - REPEATED_WITHIN, until: receivedAt + REPEATED_WITHIN };
  return findLately(known.tx, by, { key, ...span });
}

/** The same person goes before the same company. */
const GROUPS = [['email', 'phone'], ['company']] as const satisfies MatchedBy[][];

/** The lead of theirs that somebody works on, however many came after it; else the newest. */
export async function findEarlier(
  known: KnownLeads,
  { keys }: Lead,
): Promise<{ earlier: Lead; by: MatchedBy } | null> {
  for (const group of GROUPS) {
    const found: (Stored & { by: MatchedBy })[] = [];
    for (const by of group) {
      const key = keys[by];
      if (key !== null) found.push({ by, ...(await findByKey(known, by, key)) });
    }
    for (const { by, workedOn } of found) if (workedOn) return { earlier: workedOn, by };
    for (const { by, newest } of found) if (newest) return { earlier: newest, by };
  }
  return null;
}

async function findByKey(known: KnownLeads, by: MatchedBy, key: string): Promise<Stored> {
  const stored = known.stored.get(keyed(by, key)) ?? (await findStored(known, by, key));
  known.stored.set(keyed(by, key), stored);
  const came = known.came.get(keyed(by, key)) ?? [];
  const last = came.findLast(({ id, isTest }) => !isTest && !known.firsts.has(id));
  return { ...stored, newest: last ?? stored.newest };
}

async function findStored(known: KnownLeads, by: MatchedBy, key: string): Promise<Stored> {
  if (!(await isOfSome(known, by, key))) return { workedOn: null, newest: null };
  const workedOn = await findWorkedOn(known.tx, by, key);
  return { workedOn, newest: workedOn ?? (await findEarlierLead(known.tx, by, key)) };
}

async function isOfSome({ tx, isKnown }: KnownLeads, by: MatchedBy, key: string): Promise<boolean> {
  const isIt = isKnown.get(keyed(by, key)) ?? (await isKnownKey(tx, by, key));
  isKnown.set(keyed(by, key), isIt);
  return isIt;
}

function keyed(by: MatchedBy, key: string | null): string {
  return `${by}:${key}`;
}

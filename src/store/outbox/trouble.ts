/**
 * What only a person can mend: a channel that refuses us, content that Slack refuses. A row says that somebody has been told, since
 * when it is so, and when to see whether it has been mended.
 */
import type { TroubleFacts } from '../../domain/delivery/trouble.ts';
import type { PlaceName } from '../../domain/team/place.ts';
import type { Schema } from '../schema.ts';
import type { Tx } from '../transaction.ts';
import { readFacts } from './trouble-json.ts';

export interface Trouble {
  subject: string;
  /** Slack's word for it. */
  code: string;
  /** What its sentence needs. */
  facts: TroubleFacts;
  since: number;
  probeAt: number;
}

/** True when it is news, so that a person is told once. */
export async function recordTrouble(tx: Tx, { facts, ...trouble }: Trouble): Promise<boolean> {
  const added = await tx.sql
    .insertInto('trouble')
    .values({ ...trouble, sentence: JSON.stringify(facts) })
    .onConflict((conflict) => conflict.column('subject').doNothing())
    .returning('subject')
    .executeTakeFirst();
  if (added) return true;
  await tx.sql
    .updateTable('trouble')
    .set({ code: trouble.code, probeAt: trouble.probeAt })
    .where('subject', '=', trouble.subject)
    .execute();
  return false;
}

/**
 * A trouble that is told once a period. True when it is news in this one: it was not known, or it was last told before `period`. Otherwise
 * its facts are brought up to date.
 */
export async function recordTroubleOf(tx: Tx, period: number, trouble: Trouble): Promise<boolean> {
  if (await recordTrouble(tx, trouble)) return true;
  const { facts, since, subject } = trouble;
  const update = tx.sql.updateTable('trouble').set({ sentence: JSON.stringify(facts) });
  const told = await update
    .set({ since })
    .where('subject', '=', subject)
    .where('since', '<', period)
    .returning('subject')
    .executeTakeFirst();
  if (told) return true;
  await update.where('subject', '=', subject).execute();
  return false;
}

/** It works again, or somebody says that it should. */
export async function clearTrouble(tx: Tx, subject: string): Promise<void> {
  await tx.sql.deleteFrom('trouble').where('subject', '=', subject).execute();
  tx.wake('outbox');
}

/** The trouble goes on, in other numbers. */
export async function updateFacts(tx: Tx, subject: string, facts: TroubleFacts): Promise<void> {
  await tx.sql
    .updateTable('trouble')
    .set({ sentence: JSON.stringify(facts) })
    .where('subject', '=', subject)
    .execute();
}

export async function findTrouble(tx: Tx, subject: string): Promise<Trouble | null> {
  const row = await tx.sql
    .selectFrom('trouble')
    .selectAll()
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row ? toTrouble(row) : null;
}

export async function listTroubles(tx: Tx): Promise<Trouble[]> {
  const rows = await tx.sql.selectFrom('trouble').selectAll().orderBy('subject').execute();
  return rows.map(toTrouble);
}

/** The column of the sentence holds what it is said from. */
function toTrouble({ sentence, ...row }: Schema['trouble']): Trouble {
  return { ...row, facts: readFacts(sentence) };
}

/** What was told long ago and is no destination is told again if it is still so. */
export async function deleteOldTroubles(tx: Tx, before: number): Promise<void> {
  await tx.sql
    .deleteFrom('trouble')
    .where('since', '<', before)
    .where('subject', 'not like', `${DESTINATION_PREFIX}%`)
    .execute();
}

/** The subject of a destination that refuses us: its rows wait. */
export function destinationSubject(target: string): string {
  return `${DESTINATION_PREFIX}${target}`;
}

/** The subject of a place for which no channel is named while something waits for one. */
export function unnamedSubject(place: PlaceName): string {
  return `unnamed:${place}`;
}

/** The subject of a destination in which we may not look whether something was posted: what is in doubt waits. */
export function lookSubject(target: string): string {
  return `look:${target}`;
}

export const DESTINATION_PREFIX = 'destination:';

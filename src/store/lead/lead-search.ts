/** Leads that somebody may mean: by what they typed, or because they look like another one. Merged ones, tests and what was dropped as spam are nobody's. */
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { MatchedBy } from '../../domain/lead/match.ts';
import type { Schema } from '../schema.ts';
import type { Tx } from '../transaction.ts';
import { isDropped } from './dropped.ts';
import { leadsFromRows } from './lead.ts';

interface Asked {
  /** The one that is compared is no answer. */
  not: LeadId;
  limit: number;
}

/** With the same key, the newest first. Cost: those, by index. */
export async function findLeadsByKey(
  tx: Tx,
  { by, key }: { by: MatchedBy; key: string },
  asked: Asked,
): Promise<Lead[]> {
  const rows = await meant(tx, asked).where(`lead.${by}Key`, '=', key).execute();
  return leadsFromRows(tx, rows);
}

/**
 * In which each of the words stands somewhere, the newest first. SQLite compares capitals of ASCII alone, so that any other letter stands for all:
 * whoever asks looks again. Reads as many leads as it takes to find so many.
 */
export async function findLeadsByWords(tx: Tx, words: readonly string[], asked: Asked): Promise<Lead[]> {
  const patterns = words.map((word) => `%${wildcards(word)}%`);
  const rows = await patterns
    .reduce((query, pattern) => query.where((eb) => isIn(eb, pattern, tx)), meant(tx, asked))
    .execute();
  return leadsFromRows(tx, rows);
}

function meant(tx: Tx, { not, limit }: Asked) {
  return tx.sql
    .selectFrom('lead')
    .selectAll()
    .where('id', '!=', not)
    .where('isTest', '=', 0)
    .where('state', '!=', 'merged')
    .where((eb) => eb.not(eb.and([eb('state', '=', 'rejected'), isDropped(eb)])))
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
}

const SEARCHED = ['name', 'company', 'email', 'phone', 'phoneKey'] as const;

function isIn(eb: ExpressionBuilder<Schema, 'lead'>, pattern: string, { dialect }: Tx) {
  const like = sql.raw(dialect === 'postgres' ? 'ilike' : 'like');
  return eb.or(SEARCHED.map((column) => sql<SqlBool>`${eb.ref(column)} ${like} ${pattern} escape '!'`));
}

function wildcards(word: string): string {
  return word.replaceAll(/[!%_]/g, '!$&').replaceAll(/\P{ASCII}+/gu, '%');
}

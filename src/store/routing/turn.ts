import { sql } from 'kysely';
import { z } from 'zod';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { Turn } from '../../domain/routing/routing.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { fromJson, toJson } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** Turns are fair across replicas: who routes, routes alone until the end of the transaction. */
export async function lockRouting(tx: Tx): Promise<void> {
  assertTransaction(tx);
  if (tx.dialect === 'postgres') await sql`select pg_advisory_xact_lock(hashtext('routing'))`.execute(tx.sql);
}

const TurnJson = z.record(z.string(), z.number());

export async function loadTurn(tx: Tx, rule: string): Promise<Turn> {
  const row = await tx.sql
    .selectFrom('routingTurn')
    .select('turn')
    .where('rule', '=', rule)
    .executeTakeFirst();
  return row ? fromJson(TurnJson, row.turn) : {};
}

export async function updateTurn(tx: Tx, rule: string, turn: Turn): Promise<void> {
  assertTransaction(tx);
  const saved = { turn: toJson(turn) };
  await tx.sql
    .insertInto('routingTurn')
    .values({ rule, ...saved })
    .onConflict((conflict) => conflict.column('rule').doUpdateSet(saved))
    .execute();
}

/** Leads in work, by owner. */
export async function countOpenLeads(tx: Tx, people: readonly PersonId[]): Promise<Map<PersonId, number>> {
  if (people.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('lead')
    .select((eb) => ['owner', eb.fn.countAll<number>().as('count')])
    .where('owner', 'in', [...people])
    .where('state', '=', 'claimed')
    .groupBy('owner')
    .execute();
  return new Map(rows.flatMap(({ owner, count }) => (owner ? [[owner, Number(count)]] : [])));
}

/** Newest first. */
export async function listLatestLeadIds(tx: Tx, limit: number): Promise<LeadId[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select('id')
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

import { z } from 'zod';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Leave, Person } from '../../domain/team/person.ts';
import { HOUR } from '../../domain/time/duration.ts';
import type { PersonRow } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** A team is a few hundred people at most: all of them are read at once. */
export async function loadPeople(tx: Tx): Promise<Map<PersonId, Person>> {
  const rows = await tx.sql.selectFrom('person').selectAll().orderBy('id').execute();
  return new Map(rows.map((row) => [row.id as PersonId, fromRow(row)]));
}

/** Somebody who was seen for the first time; Slack is asked about them later. */
export async function insertPeople(tx: Tx, ids: readonly PersonId[], now: number): Promise<void> {
  assertTransaction(tx);
  const rows = [...new Set(ids)].sort().map((id) => unknown(id, now));
  if (rows.length === 0) return;
  await tx.sql
    .insertInto('person')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** They moved a lead. Kept to the hour, so that most moves write nothing here. */
export async function recordMover(tx: Tx, id: PersonId, now: number): Promise<void> {
  assertTransaction(tx);
  await insertPeople(tx, [id], now);
  await tx.sql
    .updateTable('person')
    .set({ moved_at: now })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('moved_at', 'is', null), eb('moved_at', '<', now - HOUR)]))
    .execute();
}

/** Those whom Slack was not asked about since `before`; the ones it was never asked about first. */
export async function findPeopleToSync(tx: Tx, before: number, limit: number): Promise<PersonId[]> {
  const rows = await tx.sql
    .selectFrom('person')
    .select('id')
    .where('synced_at', '<', before)
    .orderBy('synced_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id as PersonId);
}

/** Owners of open leads who are not in the table: leads may be older than it. */
export async function findUnknownOwners(tx: Tx, limit: number): Promise<PersonId[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .leftJoin('person', 'person.id', 'lead.owner')
    .select('lead.owner as owner')
    .distinct()
    .where('lead.owner', 'is not', null)
    .where('lead.state', 'in', ['claimed', 'qualified'])
    .where('person.id', 'is', null)
    .limit(limit)
    .execute();
  return rows.map((row) => row.owner as PersonId);
}

/** What Slack says of a person. */
export interface Profile {
  id: PersonId;
  name: string | null;
  timezone: string | null;
  isBot: boolean;
  isActive: boolean;
}

/** News of somebody we know; of others nothing is kept. */
export async function upsertProfile(tx: Tx, profile: Profile, now: number): Promise<void> {
  assertTransaction(tx);
  const { id, name, timezone, isBot, isActive } = profile;
  const told = { name, timezone, is_bot: isBot ? 1 : 0, synced_at: now, updated_at: now };
  await tx.sql.updateTable('person').set(told).where('id', '=', id).execute();
  const life = tx.sql.updateTable('person').where('id', '=', id);
  if (isActive) await life.set({ gone_at: null, gone_told: 0 }).where('gone_at', 'is not', null).execute();
  else await life.set({ gone_at: now, gone_told: 0 }).where('gone_at', 'is', null).execute();
}

/** Slack does not know them: what is there stays, and they are asked about again another day. */
export async function recordAsked(tx: Tx, id: PersonId, now: number): Promise<void> {
  assertTransaction(tx);
  await tx.sql.updateTable('person').set({ synced_at: now }).where('id', '=', id).execute();
}

type OwnTime = Pick<Person, 'hours' | 'region' | 'leave'>;

export async function updateOwnTime(tx: Tx, id: PersonId, own: OwnTime, now: number): Promise<void> {
  assertTransaction(tx);
  await insertPeople(tx, [id], now);
  await tx.sql
    .updateTable('person')
    .set({
      hours: own.hours && JSON.stringify(own.hours),
      region: own.region,
      leave: JSON.stringify(own.leave),
      updated_at: now,
    })
    .where('id', '=', id)
    .execute();
}

function unknown(id: PersonId, now: number): PersonRow {
  return {
    id,
    name: null,
    timezone: null,
    is_bot: 0,
    gone_at: null,
    gone_told: 0,
    hours: null,
    region: null,
    leave: '[]',
    moved_at: null,
    synced_at: 0,
    updated_at: now,
  };
}

const HoursJson = z.object({ weekdays: z.array(z.number()), from: z.string(), to: z.string() });
const LeaveJson: z.ZodType<Leave[]> = z.array(z.object({ from: z.string(), to: z.string() }));

function fromRow(row: PersonRow): Person {
  return {
    id: row.id as PersonId,
    name: row.name,
    timezone: row.timezone,
    isActive: row.gone_at === null,
    isBot: row.is_bot === 1,
    hours: row.hours === null ? null : HoursJson.parse(JSON.parse(row.hours)),
    region: row.region,
    leave: LeaveJson.parse(JSON.parse(row.leave)),
    movedAt: row.moved_at,
  };
}

import { z } from 'zod';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Account, Origin } from '../../domain/team/identity.ts';
import type { Leave, NextHours, OwnHours, Person } from '../../domain/team/person.ts';
import { HOUR } from '../../domain/time/duration.ts';
import { fromJson, HoursJson, toFlag, toJson } from '../columns.ts';
import type { PersonRow } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** A team is a few hundred people at most: all of them are read at once. */
export async function loadPeople(tx: Tx): Promise<Map<PersonId, Person>> {
  const rows = await tx.sql.selectFrom('person').selectAll().orderBy('id').execute();
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
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

/** They moved a lead. Kept to the hour. */
export async function recordMover(tx: Tx, id: PersonId, now: number): Promise<void> {
  assertTransaction(tx);
  await insertPeople(tx, [id], now);
  await tx.sql
    .updateTable('person')
    .set({ movedAt: now })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('movedAt', 'is', null), eb('movedAt', '<', now - HOUR)]))
    .execute();
}

/** Those whom Slack was not asked about since `before`, or not about what they are; the ones it was never asked about first. */
export async function findPeopleToSync(tx: Tx, before: number, limit: number): Promise<PersonId[]> {
  const rows = await tx.sql
    .selectFrom('person')
    .select('id')
    .where((eb) => eb.or([eb('syncedAt', '<', before), eb('account', 'is', null)]))
    .orderBy('syncedAt')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Of these people, those of whom we do not know what they are, and those whose account speaks against them and who were not asked
 * about since `before`.
 */
export async function findPeopleToMeet(
  tx: Tx,
  ids: readonly PersonId[],
  before: number,
): Promise<{ unknown: PersonId[]; doubtful: PersonId[] }> {
  const rows = await tx.sql
    .selectFrom('person')
    .select(['id', 'account', 'goneAt', 'syncedAt'])
    .where('id', 'in', ids)
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const isDoubtful = ({ account, goneAt, syncedAt }: (typeof rows)[number]) =>
    (account !== 'member' || goneAt !== null) && syncedAt < before;
  return {
    unknown: ids.filter((id) => (known.get(id)?.account ?? null) === null),
    doubtful: rows.filter((row) => row.account !== null && isDoubtful(row)).map(({ id }) => id),
  };
}

/**
 * Owners of open leads who are not in the table: leads may be older than it. Asked each minute: the index of owners is gone through from one
 * owner to the next, not lead by lead.
 */
export async function findUnknownOwners(tx: Tx, limit: number): Promise<PersonId[]> {
  const rows = await tx.sql
    .withRecursive('holder', (db) =>
      db
        .selectFrom('lead')
        .select((eb) => eb.fn.min('owner').as('id'))
        .where('owner', 'is not', null)
        .unionAll(
          db
            .selectFrom('holder')
            .select((eb) =>
              eb
                .selectFrom('lead')
                .select(({ fn }) => fn.min('owner').as('id'))
                .whereRef('owner', '>', 'holder.id')
                .as('id'),
            )
            .where('holder.id', 'is not', null),
        ),
    )
    .selectFrom('holder')
    .leftJoin('person', 'person.id', 'holder.id')
    .select('holder.id as owner')
    .where('person.id', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('lead')
          .select('lead.id')
          .whereRef('owner', '=', 'holder.id')
          .where('state', 'in', ['claimed', 'qualified']),
      ),
    )
    .limit(limit)
    .execute();
  return rows.flatMap(({ owner }) => owner ?? []);
}

/** What Slack says of a person. */
export interface Profile extends Origin {
  id: PersonId;
  name: string | null;
  timezone: string | null;
  isBot: boolean;
  isActive: boolean;
  account: Exclude<Account, 'nobody'>;
}

/** News of somebody we know; of others nothing is kept. */
export async function upsertProfile(tx: Tx, profile: Profile, now: number): Promise<void> {
  assertTransaction(tx);
  const { id, isBot, isActive, ...said } = profile;
  const told = { ...said, isBot: toFlag(isBot), syncedAt: now, updatedAt: now };
  await tx.sql.updateTable('person').set(told).where('id', '=', id).execute();
  const life = tx.sql.updateTable('person').where('id', '=', id);
  if (isActive) await life.set({ goneAt: null, goneTold: 0 }).where('goneAt', 'is not', null).execute();
  else await life.set({ goneAt: now, goneTold: 0 }).where('goneAt', 'is', null).execute();
}

/** Slack does not know them: what they have said of their time stays, and they are asked about again another day. */
export async function recordUnknown(tx: Tx, id: PersonId, now: number): Promise<void> {
  assertTransaction(tx);
  await tx.sql.updateTable('person').set({ account: 'nobody', syncedAt: now }).where('id', '=', id).execute();
}

type OwnTime = Pick<Person, 'hours' | 'nextHours' | 'region' | 'leave'>;

export async function updateOwnTime(tx: Tx, id: PersonId, own: OwnTime, now: number): Promise<void> {
  assertTransaction(tx);
  await insertPeople(tx, [id], now);
  await tx.sql
    .updateTable('person')
    .set({
      hours: own.hours && toJson(own.hours),
      nextHours: own.nextHours && toJson(own.nextHours),
      region: own.region,
      leave: toJson(own.leave),
      updatedAt: now,
    })
    .where('id', '=', id)
    .execute();
}

/** Who has said of their hours what is still to come. */
export async function listHoursToCome(tx: Tx): Promise<Person[]> {
  const rows = await tx.sql
    .selectFrom('person')
    .selectAll()
    .where('nextHours', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

function unknown(id: PersonId, now: number): PersonRow {
  return {
    id,
    name: null,
    timezone: null,
    isBot: 0,
    account: null,
    team: null,
    enterprise: null,
    goneAt: null,
    goneTold: 0,
    hours: null,
    nextHours: null,
    region: null,
    leave: toJson([]),
    movedAt: null,
    syncedAt: 0,
    updatedAt: now,
  };
}

/** Before days could be said there were `weekdays`, always Monday to Friday, which nobody had said: they are not read. */
const OwnHoursJson: z.ZodType<OwnHours, unknown> = z.object({
  ...HoursJson.shape,
  days: z.array(z.number()).nullable().default(null),
});
const NextHoursJson: z.ZodType<NextHours, unknown> = z.object({
  hours: OwnHoursJson.nullable(),
  from: z.string(),
});
const LeaveJson: z.ZodType<Leave[]> = z.array(z.object({ from: z.string(), to: z.string() }));

function fromRow({ goneAt, goneTold, syncedAt, updatedAt, ...row }: PersonRow): Person {
  return {
    ...row,
    isActive: goneAt === null,
    isBot: row.isBot === 1,
    hours: row.hours && fromJson(OwnHoursJson, row.hours),
    nextHours: row.nextHours && fromJson(NextHoursJson, row.nextHours),
    leave: fromJson(LeaveJson, row.leave),
  };
}

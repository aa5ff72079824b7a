import { sql } from 'kysely';
import { z } from 'zod';
import type { PersonId } from '../../domain/team/actor.ts';
import { type GroupId, inOffice, type OfficeName, type UserGroups } from '../../domain/team/office.ts';
import type { People } from '../../domain/team/person.ts';
import { FIRST_SETTINGS, type Settings } from '../../domain/team/settings.ts';
import { HoursJson, textJson } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { loadPeople } from './person.ts';

const person = textJson<PersonId>();
const targets = z.object({ hot: z.number(), standard: z.number() });

const AdmittedJson = z.object({ guests: z.boolean(), connected: z.boolean() });
const WorkspaceJson = z
  .object({ team: z.string(), enterprise: z.string().nullable(), url: z.string().nullish() })
  .nullable();

/** As it is stored: whom an office names, each office in two rows. Who holds it follows from the people. */
type StoredSettings = Omit<Settings, 'people' | 'offices'> & Record<`${OfficeName}Groups`, GroupId[]>;

const group = textJson<GroupId>();

const UserGroupsJson = z.object({
  askedAt: z.number().nullable(),
  heardAt: z.number().nullable(),
  list: z.array(z.object({ id: group, handle: z.string(), members: z.array(person), isGone: z.boolean() })),
});

const SettingsJson: z.ZodType<StoredSettings, unknown> = z.object({
  leadsChannel: z.string().nullable(),
  fieldChannel: z.string().nullable(),
  marketingChannel: z.string().nullable(),
  scorecardChannel: z.string().nullable(),
  managers: z.array(person),
  marketers: z.array(person),
  managersGroups: z.array(group).default([]),
  marketersGroups: z.array(group).default([]),
  userGroups: UserGroupsJson,
  timezone: z.string(),
  currency: z.string(),
  calendar: z.object({
    weekdays: z.array(z.number()),
    ...HoursJson.shape,
    daysOff: z.array(z.string()),
    region: z.string().nullable().default(null),
  }),
  promises: z.object({ claim: targets, contact: targets, verdict: targets }),
  contactShownTo: z.enum(['channel', 'owner']),
  scorecardAt: z.object({ weekday: z.number(), time: z.string() }),
  admitted: AdmittedJson,
  showsToConnected: z.boolean(),
  sharing: z.array(z.object({ channel: z.string(), isShared: z.boolean(), askedAt: z.number() })),
  workspace: WorkspaceJson,
  routing: z.object({
    rules: z.array(
      z.object({
        id: z.string(),
        sources: z.array(z.string()),
        regions: z.array(z.string()),
        mode: z.enum(['propose', 'assign']),
        people: z.array(z.object({ person, weight: z.number() })),
        cap: z.number().nullable(),
      }),
    ),
  }),
});

/** One row a setting, so that two managers who change two things at once both keep theirs; what nobody has set is as at the start. */
export function loadSettings(tx: Tx): Promise<Settings> {
  return tx.recall('settings', ['setting', 'person'], async () => {
    const rows = await tx.sql.selectFrom('setting').select(['key', 'value']).execute();
    return deepFreeze(withOffices(fromRows(rows), await loadPeople(tx)));
  });
}

/** All use cases share them. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const inside = value instanceof Map ? value.values() : Object.values(value);
  for (const each of inside) deepFreeze(each);
  return Object.freeze(value);
}

/**
 * For who is about to change them: changes come one after the other, each judged by the managers of its moment. Held first and read
 * afterwards: a setting that is written for the first time has no row yet that could be waited for.
 */
export async function lockSettings(tx: Tx): Promise<Settings> {
  assertTransaction(tx);
  if (tx.dialect === 'postgres')
    await sql`select pg_advisory_xact_lock(hashtext('settings'))`.execute(tx.sql);
  return loadSettings(tx);
}

/** Whose account is gone holds no office. */
function withOffices(
  { managersGroups, marketersGroups, ...stored }: StoredSettings,
  people: People,
): Settings {
  const offices = {
    managers: { people: stored.managers, groups: managersGroups },
    marketers: { people: stored.marketers, groups: marketersGroups },
  };
  const team = { ...stored, people };
  return {
    ...team,
    offices,
    managers: inOffice(offices.managers, team),
    marketers: inOffice(offices.marketers, team),
  };
}

function toStored({ people: _, offices, ...settings }: Settings): StoredSettings {
  return {
    ...settings,
    managers: offices.managers.people,
    marketers: offices.marketers.people,
    managersGroups: offices.managers.groups,
    marketersGroups: offices.marketers.groups,
  };
}

function fromRows(rows: readonly { key: string; value: string }[]): StoredSettings {
  const set = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value)]));
  return SettingsJson.parse({ ...FIRST_SETTINGS, ...set });
}

/** Adds what is not there yet; what managers have set stays. */
export async function insertMissingSettings(tx: Tx, settings: Partial<Settings>, now: number): Promise<void> {
  assertTransaction(tx);
  const rows = Object.entries(settings).map(([key, value]) => ({
    key,
    value: JSON.stringify(value),
    updatedAt: now,
    updatedBy: 'tango' as const,
  }));
  if (rows.length === 0) return;
  await tx.sql
    .insertInto('setting')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** Writes those that are new or other than they were; each remembers who and when. */
export async function updateSettings(
  tx: Tx,
  settings: Settings,
  { before, by, at }: { before: Settings; by: PersonId | 'tango'; at: number },
): Promise<void> {
  assertTransaction(tx);
  const [now, then] = [toStored(settings), toStored(before)];
  for (const key of Object.keys(now) as (keyof StoredSettings)[]) {
    const value = JSON.stringify(now[key]);
    if (value === JSON.stringify(then[key])) continue;
    const told = { value, updatedAt: at, updatedBy: by };
    await tx.sql
      .insertInto('setting')
      .values({ key, ...told })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(told))
      .execute();
  }
}

/** What Slack has told; null askedAt: it is to be asked again. */
export async function recordUserGroups(tx: Tx, groups: UserGroups, now: number): Promise<void> {
  assertTransaction(tx);
  const told = { value: JSON.stringify(groups), updatedAt: now, updatedBy: 'tango' as const };
  await tx.sql
    .insertInto('setting')
    .values({ key: 'userGroups', ...told })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(told))
    .execute();
}

/** Two of them on their own, for who needs no others; null where it was never written. */
export function readAdmitted(value: string | undefined): Settings['admitted'] | null {
  return value === undefined ? null : AdmittedJson.parse(JSON.parse(value));
}

export function readWorkspace(value: string | undefined): Settings['workspace'] {
  return value === undefined ? null : WorkspaceJson.parse(JSON.parse(value));
}

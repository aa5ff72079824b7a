/** What is read of a person before each thing that they do: one statement, whoever else there is. */
import type { PersonId } from '../../domain/team/actor.ts';
import {
  type Admitted,
  type Identified,
  NOBODY_ADMITTED,
  type Workspace,
} from '../../domain/team/identity.ts';
import type { Settings } from '../../domain/team/settings.ts';
import type { Schema } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { readAdmitted, readWorkspace } from './settings.ts';

export interface Identity {
  workspace: Workspace | null;
  admitted: Admitted;
  /** Null: never seen. */
  person: KnownPerson | null;
}

/** `syncedAt`: when Slack was asked last; 0: never. */
type KnownPerson = Identified & { syncedAt: number };

/** Under which it is remembered. */
export function identityKey(id: PersonId | null): string {
  return `identity:${id}`;
}

export function findIdentity(tx: Tx, id: PersonId | null): Promise<Identity> {
  return tx.recall(identityKey(id), ['setting', 'person'], () => readIdentity(tx, id));
}

async function readIdentity(tx: Tx, id: PersonId | null): Promise<Identity> {
  const rows = await tx.sql
    .selectFrom('setting')
    .leftJoin('person', (join) => join.on('person.id', '=', id))
    .where('setting.key', 'in', ['workspace', 'admitted'])
    .select(['setting.key', 'setting.value'])
    .select(['person.account', 'person.isBot', 'person.team', 'person.enterprise'])
    .select(['person.goneAt', 'person.syncedAt'])
    .execute();
  const value = (key: string) => rows.find((row) => row.key === key)?.value;
  return {
    workspace: readWorkspace(value('workspace')),
    admitted: readAdmitted(value('admitted')) ?? NOBODY_ADMITTED,
    person: rows[0] ? toPerson(rows[0]) : null,
  };
}

type Joined = Pick<Schema['person'], 'account' | 'team' | 'enterprise' | 'goneAt'> & {
  isBot: Schema['person']['isBot'] | null;
  syncedAt: number | null;
};

function toPerson({ account, team, enterprise, goneAt, isBot, syncedAt }: Joined): KnownPerson | null {
  if (syncedAt === null) return null;
  return { account, team, enterprise, isActive: goneAt === null, isBot: isBot === 1, syncedAt };
}

/** As Slack tells it at each start. */
export function recordWorkspace(tx: Tx, workspace: Workspace, now: number): Promise<void> {
  return record(tx, { workspace }, now);
}

/** Which of the team's channels are shared with another company. */
export function recordSharing(tx: Tx, sharing: Settings['sharing'], now: number): Promise<void> {
  return record(tx, { sharing }, now);
}

/** What Slack has told stands beside the settings, and is nobody's to change. */
async function record(tx: Tx, told: Partial<Pick<Settings, 'workspace' | 'sharing'>>, now: number) {
  assertTransaction(tx);
  for (const [key, what] of Object.entries(told)) await upsert(tx, key, { what, now });
}

async function upsert(tx: Tx, key: string, { what, now }: { what: unknown; now: number }): Promise<void> {
  const told = { value: JSON.stringify(what), updatedAt: now, updatedBy: 'tango' as const };
  await tx.sql
    .insertInto('setting')
    .values({ key, ...told })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(told))
    .execute();
}

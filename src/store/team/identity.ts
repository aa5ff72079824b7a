/** What is read of a person before each thing that they do: one statement, whoever else there is. */
import type { PersonId } from '../../domain/team/actor.ts';
import {
  type Admitted,
  type Identified,
  NOBODY_ADMITTED,
  type Workspace,
} from '../../domain/team/identity.ts';
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

export async function findIdentity(tx: Tx, id: PersonId | null): Promise<Identity> {
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
export async function recordWorkspace(tx: Tx, workspace: Workspace, now: number): Promise<void> {
  assertTransaction(tx);
  const told = { value: JSON.stringify(workspace), updatedAt: now, updatedBy: 'tango' as const };
  await tx.sql
    .insertInto('setting')
    .values({ key: 'workspace', ...told })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(told))
    .execute();
}

/** Whoever is not known is asked of Slack while somebody waits, outside of any transaction, and remembered. */
import type { PersonId } from '../../domain/team/actor.ts';
import type { Workspace } from '../../domain/team/identity.ts';
import { MINUTE } from '../../domain/time/duration.ts';
import {
  findPeopleToMeet,
  insertPeople,
  type Profile,
  recordUnknown,
  upsertProfile,
} from '../../store/team/person.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';

/** Slack, asked while somebody waits. */
export interface Directory {
  /** Where our app is. Null: Slack cannot be asked in time. */
  findWorkspace(): Promise<Workspace | null>;
  /** `nobody`: there is no account of that id. Null: Slack cannot be asked in time. */
  findPerson(id: PersonId): Promise<Profile | 'nobody' | null>;
}

/** People whom a form names. Returns those about whom Slack could not be asked, and of whom nothing is known. */
export async function meetPeople(
  ctx: Context,
  directory: Directory,
  people: readonly PersonId[],
): Promise<PersonId[]> {
  if (people.length === 0) return [];
  const { unknown, doubtful } = await ctx.db.transaction((tx) =>
    // Who is to be refused may be back: an account is asked about again before that, a minute at least after the last time.
    findPeopleToMeet(tx, people, ctx.clock.now() - MINUTE),
  );
  const asked = [...unknown, ...doubtful];
  if (asked.length === 0) return [];
  const answers = await Promise.all(asked.map((id) => directory.findPerson(id)));
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    for (const [index, id] of asked.entries())
      await recordPerson(tx, id, { answer: answers[index] ?? null, now });
  });
  return unknown.filter((_id, index) => answers[index] === null);
}

interface Told {
  answer: Profile | 'nobody' | null;
  now: number;
}

/** What Slack has answered about one of them; null changes nothing. */
export async function recordPerson(tx: Tx, id: PersonId, { answer, now }: Told): Promise<void> {
  if (answer === null) return;
  await insertPeople(tx, [id], now);
  await (answer === 'nobody' ? recordUnknown(tx, id, now) : upsertProfile(tx, answer, now));
}

/** Whom another program means: by their id in Slack, their name here, or their address. */
import { nameKey } from '../../domain/source/fold.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { loadPeople } from '../../store/team/person.ts';
import type { Context } from '../context.ts';

export interface PeopleWish {
  /** By the key of a name, whom somebody has said that it means. */
  said?: Readonly<Record<string, PersonId>> | undefined;
  /** Asks Slack whose address it is; left out where Slack is not asked. Null: nobody's. */
  byEmail?: ((email: string) => Promise<PersonId | null>) | undefined;
}

/** Each text is looked up once. One that names two people, or nobody, is not in the answer. */
export function peopleBook(
  ctx: Context,
  { said = {}, byEmail }: PeopleWish,
): (texts: readonly string[]) => Promise<ReadonlyMap<string, PersonId>> {
  const found = new Map<string, PersonId>();
  const asked = new Set<string>();
  let team: Promise<Team> | undefined;
  return async (texts) => {
    for (const text of new Set(texts)) {
      if (asked.has(text)) continue;
      asked.add(text);
      team ??= loadTeam(ctx);
      const person = said[nameKey(text)] ?? called(await team, text) ?? (await ofAddress(text, byEmail));
      if (person) found.set(text, person);
    }
    return found;
  };
}

interface Team {
  ids: ReadonlySet<string>;
  /** Null: several are called so. */
  byName: ReadonlyMap<string, PersonId | null>;
}

async function loadTeam(ctx: Context): Promise<Team> {
  const people = await ctx.db.transaction((tx) => loadPeople(tx));
  const byName = new Map<string, PersonId | null>();
  for (const { id, name, isBot } of people.values()) {
    if (name === null || isBot) continue;
    const key = nameKey(name);
    byName.set(key, byName.has(key) ? null : id);
  }
  return { ids: new Set(people.keys()), byName };
}

function called({ ids, byName }: Team, text: string): PersonId | null {
  const id = /^<?@?([UW][A-Z0-9]{2,})(?:\|[^>]*)?>?$/.exec(text.trim())?.[1];
  if (id && ids.has(id)) return id as PersonId;
  return byName.get(nameKey(text)) ?? null;
}

async function ofAddress(text: string, byEmail: PeopleWish['byEmail']): Promise<PersonId | null> {
  const email = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.exec(text.trim())?.[0];
  return email && byEmail ? byEmail(email.toLowerCase()) : null;
}

/** Whom another program means: by their id in Slack, their name here, or their address. */
import { refuse } from '../../domain/refusals.ts';
import { nameKey } from '../../domain/source/fold.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { spellingsOf } from '../../domain/team/called.ts';
import { loadPeople } from '../../store/team/person.ts';
import type { Context } from '../context.ts';

export interface PeopleWish {
  /** By the key of a name, whom somebody has said that it means. */
  said?: Readonly<Record<string, PersonId>> | undefined;
  /** Asks Slack whom names and addresses mean; left out where Slack is not asked. */
  ask?: AskPeople | undefined;
}

/** By the text that was asked: whoever is nobody, or several, is not in it. Or: Slack wants to be asked again after so many ms. */
export type AskPeople = (
  texts: readonly string[],
) => Promise<{ found: ReadonlyMap<string, PersonId> } | { waitMs: number }>;

/** Each text is looked up once. One that names two people, or nobody, is not in the answer. Throws `people_asked_later`. */
export function peopleBook(
  ctx: Context,
  { said = {}, ask }: PeopleWish,
): (texts: readonly string[]) => Promise<ReadonlyMap<string, PersonId>> {
  const found = new Map<string, PersonId>();
  const asked = new Set<string>();
  let team: Promise<Team> | undefined;
  return async (texts) => {
    const unknown: string[] = [];
    for (const text of new Set(texts)) {
      if (asked.has(text)) continue;
      team ??= loadTeam(ctx);
      const person = said[nameKey(text)] ?? called(await team, text);
      if (person) found.set(text, person);
      else unknown.push(text);
    }
    if (ask && unknown.length > 0) {
      const answer = await ask(unknown);
      if ('waitMs' in answer) throw refuse('people_asked_later', { waitMs: answer.waitMs });
      for (const [text, person] of answer.found) found.set(text, person);
    }
    for (const text of texts) asked.add(text);
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
  const [only, ...others] = new Set(
    spellingsOf(text).flatMap((spelling) => byName.get(nameKey(spelling)) ?? []),
  );
  return others.length === 0 ? (only ?? null) : null;
}

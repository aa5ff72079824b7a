/** The workspace of a round: the sample's, with enough people to work at once. */
import type { Seed } from '../../emulator/workspace/seed.ts';
import { ANA, BEN } from '../support/people.ts';
import { seed } from '../support/world.ts';

const MORE = ['U_CLEO', 'U_DEV', 'U_EVE', 'U_FAY'];

export const REPS: readonly string[] = [ANA, BEN, ...MORE];

/** Does what is asked for by commands, and nothing else. */
export const ASKER = 'U_OLGA';

export function crowdedWorkspace(): Seed {
  const small = seed();
  const users = MORE.map((id) => {
    const name = id.slice(2).toLowerCase();
    return { id, name, realName: name, email: `${name}@sample.example` };
  });
  const conversations = small.conversations.map((one) => ({ ...one, members: [...one.members, ...MORE] }));
  return { ...small, users: [...small.users, ...users], conversations };
}

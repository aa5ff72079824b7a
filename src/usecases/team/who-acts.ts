/**
 * Who acts, asked of every request that Slack sends, whatever its kind. A person whom we know costs one read at most. Whoever we do not know, or
 * not any more, is asked of Slack first, outside of any transaction; where Slack cannot be asked, they are told to try again.
 */
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import {
  type Exclusion,
  exclusionOf,
  isFromElsewhere,
  NOBODY_ADMITTED,
  type Origin,
  type Workspace,
} from '../../domain/team/identity.ts';
import { DAY, MINUTE } from '../../domain/time/duration.ts';
import { findIdentity, type Identity, identityKey, recordWorkspace } from '../../store/team/identity.ts';
import type { Context } from '../context.ts';
import { type Directory, recordPerson } from './meet-people.ts';

export interface Acting {
  /** Null: a program, such as the step of a workflow. */
  person: PersonId | null;
  /** What the request says of where it comes from. */
  said: Origin;
  /** It is about how the team works, its figures or its people: nobody else is let in, whatever the settings say. */
  membersOnly: boolean;
}

/** Refuses who may not act, before anything is read for them. */
export async function whoActs(ctx: Context, directory: Directory, acting: Acting): Promise<void> {
  const { person, membersOnly } = acting;
  const known = await ctx.db.transaction((tx) => findIdentity(tx, person), { known: identityKey(person) });
  const identity = isEnough(known, acting, ctx.clock.now())
    ? known
    : await ask(ctx, directory, { person, known });
  const why = exclusion(identity, acting);
  if (why) throw refuse('may_not_act', { why, membersOnly });
}

/** The job `people` asks once a day; with a day to spare, what is older was missed. */
const STALE_AFTER_MS = 2 * DAY;
/** Whoever is to be refused is asked about again: their account may be back, and Slack's word of it lost. */
const REFUSED_ON_NEWS_OF_MS = MINUTE;

function isEnough({ workspace, person, admitted }: Identity, acting: Acting, now: number): boolean {
  if (workspace === null) return false;
  if (acting.person === null) return true;
  if (person === null || person.account === null) return false;
  const age = Math.abs(now - person.syncedAt);
  const isRefused = exclusion({ workspace, person, admitted }, acting) !== null;
  return age < (isRefused ? REFUSED_ON_NEWS_OF_MS : STALE_AFTER_MS);
}

function exclusion({ workspace, person, admitted }: Identity, acting: Acting): Exclusion | null {
  if (workspace === null) throw refuse('identity_unsure');
  if (acting.person === null) return isFromElsewhere(acting.said, workspace) ? 'outsider' : null;
  if (person === null) throw refuse('identity_unsure');
  const { said, membersOnly } = acting;
  return exclusionOf(person, { workspace, said, admitted: membersOnly ? NOBODY_ADMITTED : admitted });
}

interface Asking {
  person: PersonId | null;
  known: Identity;
}

async function ask(ctx: Context, directory: Directory, { person, known }: Asking): Promise<Identity> {
  const [workspace, profile] = await Promise.all([
    known.workspace ?? directory.findWorkspace(),
    person && directory.findPerson(person),
  ]);
  if (workspace === null || (person !== null && profile === null)) return asBefore(known, workspace);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    if (known.workspace === null) await recordWorkspace(tx, workspace, now);
    if (person) await recordPerson(tx, person, { answer: profile, now });
    return findIdentity(tx, person);
  });
}

/** A person known from before stays known; what an earlier version did not ask about them is taken for granted until Slack can be asked. */
function asBefore({ person, ...known }: Identity, workspace: Workspace | null): Identity {
  const isKnown = person !== null && person.syncedAt > 0;
  if (!isKnown || workspace === null) return { ...known, workspace, person: null };
  return {
    ...known,
    workspace,
    person: person.account ? person : { ...person, account: 'member', ...workspace },
  };
}

/** At each start, once Slack has answered: the token may be of another workspace than the last one was. */
export async function recordWhereWeAre(ctx: Context, directory: Directory): Promise<void> {
  const workspace = await directory.findWorkspace();
  if (workspace) await ctx.db.transaction((tx) => recordWorkspace(tx, workspace, ctx.clock.now()));
}

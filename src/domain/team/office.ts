/**
 * An office: who speaks for marketing, and who manages. It is named in the settings, people one by one or as user groups of Slack, and held by
 * those of them whose accounts live: whoever is gone, or has left the group, holds it no longer, and nobody has to say so.
 *
 * What is named is kept as it is: an account that comes back has its office again. `Settings.managers` and `Settings.marketers` are those
 * in office; whoever asks for these asks the right ones. When nobody is left anybody may name somebody, which is told (usecases/team/watch-offices).
 *
 * Changed by change-settings. Groups are asked about by usecases/team/watch-groups. Stored by store/team/settings.
 */
import type { PersonId } from './actor.ts';
import { type Acquainted, unfitness } from './choose-people.ts';
import { living } from './person.ts';

export const OFFICES = ['managers', 'marketers'] as const;
export type OfficeName = (typeof OFFICES)[number];

export type GroupId = string & { readonly __group: never };

export interface Office {
  people: PersonId[];
  groups: GroupId[];
}

/** A user group of Slack, as it has told last. */
export interface UserGroup {
  id: GroupId;
  /** Without the @. */
  handle: string;
  /** Of a group that is disabled or gone: none. */
  members: PersonId[];
  isGone: boolean;
}

export interface UserGroups {
  /** Epoch ms; null: Slack is to be asked. */
  askedAt: number | null;
  /** When Slack has told last that one has changed, epoch ms; null: never. */
  heardAt: number | null;
  list: UserGroup[];
}

export type Offices = Record<OfficeName, Office>;

interface Team extends Acquainted {
  userGroups: UserGroups;
}

/** Those named one by one come first, then the members of groups who may act; each once. */
export function inOffice({ people, groups }: Office, team: Team): PersonId[] {
  const members = groups.flatMap(
    (id) => team.userGroups.list.find((group) => group.id === id)?.members ?? [],
  );
  const fit = members.filter((id) => unfitness(id, team, true) === null);
  return living([...new Set([...people, ...fit])], team);
}

/** Of those that the office names, the ones that put nobody into it: gone, disabled, or without a member who may act. */
export function emptyGroups({ groups }: Office, team: Team): UserGroup[] {
  const named = team.userGroups.list.filter(({ id }) => groups.includes(id));
  return named.filter(({ id }) => inOffice({ people: [], groups: [id] }, team).length === 0);
}

/** What Slack says now. Of a group that it names no more, what is left is its name, while an office names it. */
export function knownGroups(before: UserGroups, now: readonly UserGroup[], offices: Offices): UserGroup[] {
  const named = OFFICES.flatMap((office) => offices[office].groups);
  const isThere = new Set(now.map(({ id }) => id));
  const gone = before.list.filter(({ id }) => named.includes(id) && !isThere.has(id));
  const shown = now.filter(({ id, isGone }) => !isGone || named.includes(id));
  return [...shown, ...gone.map((group) => ({ ...group, members: [], isGone: true }))];
}

/** Somebody was named, and nobody of them is left. */
export function isForsaken({ people, groups }: Office, left: readonly PersonId[]): boolean {
  return left.length === 0 && people.length + groups.length > 0;
}

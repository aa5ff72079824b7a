/**
 * An office: who speaks for marketing, and who manages. It is named in the settings, people one by one or as user groups of Slack, and held by
 * those of them whose accounts live: whoever is gone, or has left the group, holds it no longer, and nobody has to say so.
 *
 * What is named is kept as it is: an account that comes back has its office again. `Settings.managers` and `Settings.marketers` are those
 * in office; whoever asks for these asks the right ones. When nobody is left anybody may name somebody, which is told (usecases/team/watch-offices).
 *
 * Changed by change-settings. Stored by store/team/settings.
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
  /** Epoch ms. */
  askedAt: number;
}

export type Offices = Record<OfficeName, Office>;

interface Team extends Acquainted {
  userGroups: readonly UserGroup[];
}

/** Those named one by one come first, then the members of groups who may act; each once. */
export function inOffice({ people, groups }: Office, team: Team): PersonId[] {
  const members = groups.flatMap((id) => team.userGroups.find((group) => group.id === id)?.members ?? []);
  const fit = members.filter((id) => unfitness(id, team, true) === null);
  return living([...new Set([...people, ...fit])], team);
}

/** Somebody was named, and nobody of them is left. */
export function isForsaken({ people, groups }: Office, left: readonly PersonId[]): boolean {
  return left.length === 0 && people.length + groups.length > 0;
}

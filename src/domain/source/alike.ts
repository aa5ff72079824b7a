/** What looks like one thing under several names, for people to say: what is spelled alike is one already. */
import { distance } from '../nearest.ts';
import { nameKey } from './fold.ts';

export interface Likely {
  id: string;
  name: string;
  leads: number;
}

export interface AlikeGroup<Thing extends Likely> {
  /** The one that most leads came with. */
  into: Thing;
  others: Thing[];
}

/** More would take longer than somebody waits. */
const COMPARED = 300;

/** Each is in one group at most; two that somebody keeps apart are in none together. */
export function alikeGroups<Thing extends Likely>(
  things: readonly Thing[],
  isApart: (one: string, other: string) => boolean,
): AlikeGroup<Thing>[] {
  const left = [...things]
    .sort((a, b) => b.leads - a.leads || (a.name < b.name ? -1 : 1))
    .slice(0, COMPARED)
    .map((thing) => ({ thing, letters: lettersOf(thing.name) }));
  const groups: AlikeGroup<Thing>[] = [];
  while (left.length > 1) {
    const [head] = left.splice(0, 1);
    if (!head) break;
    const others = left.filter(
      (other) => areAlike(head.letters, other.letters) && !isApart(head.thing.id, other.thing.id),
    );
    if (others.length === 0) continue;
    groups.push({ into: head.thing, others: others.map(({ thing }) => thing) });
    for (const other of others) left.splice(left.indexOf(other), 1);
  }
  return groups;
}

interface Letters {
  /** Letters without accents, and digits. */
  bare: string;
  /** The numbers alone: "Q3" is not "Q4", and 2025 is not 2026. */
  numbers: string;
  words: string;
}

function lettersOf(name: string): Letters {
  const plain = nameKey(name).normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const bare = plain.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const words =
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return { bare, numbers: (name.match(/\p{N}+/gu) ?? []).join(' '), words: words.sort().join(' ') };
}

function areAlike(one: Letters, other: Letters): boolean {
  if (one.bare === '' || other.bare === '' || one.numbers !== other.numbers) return false;
  if (one.bare === other.bare || one.words === other.words) return true;
  const most = Math.min(one.bare.length, other.bare.length) < 8 ? 1 : 2;
  if (Math.min(one.bare.length, other.bare.length) < 5) return false;
  if (Math.abs(one.bare.length - other.bare.length) > most) return false;
  return distance(one.bare, other.bare) <= most;
}

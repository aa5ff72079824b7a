/** What is owed, as Home shows it: by a person, by a side together, to a person, and what is broken and still runs. */
import {
  type Breaches,
  type HomeEntry,
  homeRoles,
  type KindPage,
  type Page,
  type RepHome,
} from '../../domain/home.ts';
import { type PromiseKind, type PromiseSide, promiseKinds, ruleOf } from '../../domain/promise/kinds.ts';
import type { Bound, TeamPromise } from '../../domain/promise/promise.ts';
import { calendarOf } from '../../domain/team/person.ts';
import { dayIn, instantOn } from '../../domain/time/day.ts';
import {
  countOwed,
  findOwed,
  findOwedTo,
  listAsked,
  listOwers,
  type OwedCount,
  type OwedFilter,
} from '../../store/promise/owed.ts';
import { entriesOf } from './read-entries.ts';
import type { HomeReading, Part } from './reading.ts';

/** All that there are, also what was added a moment ago. */
function kindsOf(isWanted: (kind: PromiseKind) => boolean): PromiseKind[] {
  return promiseKinds().filter(isWanted);
}

/** Marketers see these in a group of their own, whoever has the campaign. */
const isRejects = (kind: PromiseKind) => ruleOf(kind).about === 'rejects';

/** What was asked of people by name is owed by each of them, also where their side owes it together. */
const isAsked = (kind: PromiseKind) => ruleOf(kind).about === 'request';

type Own = Pick<RepHome, 'own' | 'unshown'>;

/** The first so many by their due times, in groups; what was put off is quiet. */
export async function readOwn(reading: HomeReading, limit: number): Promise<Own> {
  const { tx, now } = reading;
  const horizons = [now, endOfDay(reading)] as const;
  const asked = await listAsked(tx, reading.person, kindsOf(isAsked));
  const counts = [...(await countOwed(tx, ownFilter(reading), horizons)), ...countsOf(asked, horizons)];
  const shown = await entriesOf(reading, await firstOwn(reading, asked, { limit }));
  const isIn = (from: number, to: number) => (each: HomeEntry) =>
    each.promise.dueAt > from && each.promise.dueAt <= to;
  const later = shown.filter(isIn(horizons[1], Number.POSITIVE_INFINITY));
  const own: RepHome['own'] = {
    due: { shown: shown.filter(isIn(Number.NEGATIVE_INFINITY, now)), count: sum(counts, 'early') },
    today: { shown: shown.filter(isIn(...horizons)), count: sum(counts, 'late') - sum(counts, 'early') },
    later: kindsOf(() => true).flatMap((kind) => {
      const of = counts.filter((count) => count.kind === kind);
      const count = sum(of, 'all') - sum(of, 'late');
      return count > 0 ? [{ kind, shown: later.filter(({ promise }) => promise.kind === kind), count }] : [];
    }),
  };
  return { own, unshown: sum(counts, 'all') - shown.length };
}

/** The whole list, by due times. */
export async function readAllOwn(reading: HomeReading, part: Part): Promise<Page<HomeEntry>> {
  const asked = await listAsked(reading.tx, reading.person, kindsOf(isAsked));
  const counts = await countOwed(reading.tx, ownFilter(reading), [reading.now, reading.now]);
  return {
    shown: await entriesOf(reading, await firstOwn(reading, asked, part)),
    count: sum(counts, 'all') + asked.length,
  };
}

function ownFilter({ person, settings, now }: HomeReading): OwedFilter {
  const hasGroup = homeRoles(settings, person).includes('marketer');
  const kinds = kindsOf((kind) => !isAsked(kind) && !(hasGroup && isRejects(kind)));
  return { owedBy: [person], kinds, withTests: true, quietUntil: now, dueBefore: null };
}

/** Those asked for are few: they are laid among the others by their due times. */
async function firstOwn(
  reading: HomeReading,
  asked: readonly TeamPromise[],
  { limit, offset = 0 }: Part,
): Promise<TeamPromise[]> {
  const own = await findOwed(reading.tx, ownFilter(reading), { limit: offset + limit });
  return [...own, ...asked].sort((a, b) => a.dueAt - b.dueAt).slice(offset, offset + limit);
}

function countsOf(
  asked: readonly TeamPromise[],
  [early, late]: readonly [number, number],
): Omit<OwedCount, 'owedBy'>[] {
  return asked.map(({ kind, dueAt }) => ({
    ...{ kind, all: 1 },
    ...{ early: dueAt <= early ? 1 : 0, late: dueAt <= late ? 1 : 0 },
  }));
}

function endOfDay({ person, settings, now }: HomeReading): number {
  const zone = calendarOf(person, settings).zone;
  return Math.max(now, instantOn(zone, dayIn(zone, now), '23:59'));
}

/** What whoever is there of a side owes: by kind, the first due first. Tests are nobody's task. */
export async function readTogether(
  reading: HomeReading,
  side: PromiseSide,
  limit: number,
): Promise<KindPage[]> {
  const counts = await countOwed(reading.tx, togetherFilter(side, null), [reading.now, reading.now]);
  const pages: KindPage[] = [];
  for (const kind of kindsOf((each) => counts.some((count) => count.kind === each))) {
    const rows = await findOwed(reading.tx, togetherFilter(side, kind), { limit });
    pages.push({ kind, shown: await entriesOf(reading, rows), count: sumOf(counts, kind) });
  }
  return pages;
}

export async function readAllTogether(
  reading: HomeReading,
  { side, kind, ...part }: Part & { side: PromiseSide; kind: PromiseKind | null },
): Promise<Page<HomeEntry>> {
  const filter = togetherFilter(side, kind);
  const counts = await countOwed(reading.tx, filter, [reading.now, reading.now]);
  return {
    shown: await entriesOf(reading, await findOwed(reading.tx, filter, part)),
    count: sum(counts, 'all'),
  };
}

function togetherFilter(side: PromiseSide, only: PromiseKind | null): OwedFilter {
  const isOfSide = (kind: PromiseKind) => !isRejects(kind) && (side !== 'sales' || !isAsked(kind));
  const kinds = kindsOf((kind) => isOfSide(kind) && (only === null || kind === only));
  return { owedBy: [side], kinds, withTests: false, quietUntil: null, dueBefore: null };
}

/** By name: requests that they asked, what they sent back, stories that they told. */
export async function readOwedTo(reading: HomeReading, part: Part): Promise<Page<HomeEntry>> {
  const { shown, count } = await findOwedTo(reading.tx, reading.person, part);
  return { shown: await entriesOf(reading, shown), count };
}

/** Past its due time and not moved yet, whoever owes it; a snooze makes it quiet to its owner alone. */
export async function readBroken(
  reading: HomeReading,
  { names, ...part }: Part & { names: number },
): Promise<{ breaches: Breaches[]; worst: Page<HomeEntry> }> {
  const { tx, now } = reading;
  const filter: OwedFilter = {
    ...{ owedBy: await listOwers(tx), kinds: kindsOf(() => true) },
    ...{ withTests: false, quietUntil: null, dueBefore: now },
  };
  const counts = await countOwed(tx, filter, [now, now]);
  const worst = {
    shown: await entriesOf(reading, await findOwed(tx, filter, part)),
    count: sum(counts, 'all'),
  };
  const breaches = kindsOf((kind) => counts.some((count) => count.kind === kind)).map((kind) =>
    toBreaches(
      kind,
      counts.filter((count) => count.kind === kind),
      names,
    ),
  );
  return { breaches, worst };
}

function toBreaches(kind: PromiseKind, counts: readonly OwedCount[], names: number): Breaches {
  const most = counts.toSorted((a, b) => b.all - a.all);
  const by: Page<Bound> = {
    shown: most.slice(0, names).map(({ owedBy }) => owedBy),
    count: most.length,
  };
  return { kind, count: sum(counts, 'all'), by };
}

type Counts = readonly Pick<OwedCount, 'early' | 'late' | 'all'>[];

function sum(counts: Counts, name: 'early' | 'late' | 'all'): number {
  return counts.reduce((total, each) => total + each[name], 0);
}

function sumOf(counts: readonly OwedCount[], kind: PromiseKind): number {
  return sum(
    counts.filter((count) => count.kind === kind),
    'all',
  );
}

/** Which lead a sender's own id stands for, whatever its source is called by now. */
import type { LeadId } from '../../domain/lead/lead.ts';
import { idOwnerKey, partsOfSaid } from '../../domain/source/said-source.ts';
import {
  isSamePerson,
  isSomebodyElse,
  isVisiblyAnother,
  type NamedPerson,
} from '../../domain/source/same-lead.ts';
import type { SourceId } from '../../domain/source/source.ts';
import { type Delivered, findDelivered, findRelated } from '../../store/lead/delivered.ts';
import { findGuesses } from '../../store/source/guess.ts';
import { namesOf, sourceKeyOf } from '../../store/source/name-book.ts';
import type { Work } from '../work.ts';
import { findSources } from './resolve-origins.ts';

export interface ToldDelivery {
  source: string | null;
  externalId: string;
  /** Whom it is of, asked where the source does not tell; left out: the id has to do. */
  person?: (() => NamedPerson) | undefined;
}

export interface KnownDelivery {
  id: LeadId;
  /** It came under a name that is no spelling of its source: whose it is now, as the person tells. */
  guessed: SourceId | null;
  /** Under the very id, and yet visibly another person. */
  isAnother: boolean;
}

/** One for each, in the same order; null: it is news. */
export async function findKnownDeliveries(
  work: Pick<Work, 'tx'>,
  told: readonly ToldDelivery[],
): Promise<(KnownDelivery | null)[]> {
  const found = await loadDelivered(
    work,
    told.map(({ externalId }) => externalId),
  );
  if (found.every(({ length }) => length === 0)) return told.map(() => null);
  const judge = await judgeOf(work, told, found.flat());
  return told.map((each, index) => judge(each, found[index] ?? []));
}

/** Those of each id; where none came under the very id, those of an id that the vendor has merged with it. */
async function loadDelivered(
  { tx }: Pick<Work, 'tx'>,
  externalIds: readonly string[],
): Promise<Delivered[][]> {
  const direct = Map.groupBy(await findDelivered(tx, externalIds), ({ asked }) => asked);
  const related = Map.groupBy(await findRelated(tx, externalIds), ({ asked }) => asked);
  return externalIds.map((id) => [...(direct.get(id) ?? []), ...(related.get(id) ?? [])]);
}

/**
 * Of an id that perhaps several leads bear, from several sources: whoever is the one person that all of them are. `source` undefined: none is
 * named; a name that nobody knows may be what a source is called by now.
 */
export async function findLeadOfId(
  work: Pick<Work, 'tx'>,
  { externalId, source }: { externalId: string; source: string | null | undefined },
): Promise<{ id: LeadId } | 'none' | 'several'> {
  const [all = []] = await loadDelivered(work, [externalId]);
  const direct = all.filter(({ mergedAt }) => mergedAt === undefined);
  const those = source === undefined ? (direct.length > 0 ? direct : all) : await ofSource(work, source, all);
  const [first, ...others] = those;
  if (!first) return 'none';
  if (!others.every((other) => other.id === first.id || isOnePerson(first, other))) return 'several';
  const standing = those.filter(({ mergedInto }) => mergedInto === null);
  return standing.find(({ owner }) => owner !== null) ?? standing[0] ?? first;
}

/** Under this id and of this very person, whatever source it came from: an id alone may be of two senders. */
export async function findOfPerson(
  work: Pick<Work, 'tx'>,
  { externalId, person }: { externalId: string; person: NamedPerson },
): Promise<LeadId | null> {
  const [all = []] = await loadDelivered(work, [externalId]);
  return all.find((each) => isSamePerson(person, keysOf(each)))?.id ?? null;
}

/** As those sources are called today from which a lead came under this id; "" for none. */
export async function findSourcesOfId(work: Pick<Work, 'tx'>, externalId: string): Promise<string[]> {
  const [all = []] = await loadDelivered(work, [externalId]);
  const names = await namesOf(
    work.tx,
    all.map(({ source }) => ({ source, campaign: null })),
  );
  return [...new Set(all.map(({ source }) => names.source(source) ?? ''))];
}

/** As the vendor says, as somebody here has said, or by their e-mail or phone. */
function isOnePerson(one: Delivered, other: Delivered): boolean {
  const isTold = one.mergedAt !== undefined && one.mergedAt === other.mergedAt;
  const isMerged = one.mergedInto === other.id || other.mergedInto === one.id;
  return isTold || isMerged || isSamePerson(keysOf(one), keysOf(other));
}

/** Those of the very spelling go first: two sources that were merged may both know an id. */
async function ofSource(
  work: Pick<Work, 'tx'>,
  source: string | null,
  all: readonly Delivered[],
): Promise<readonly Delivered[]> {
  const key = sourceKeyOf(source);
  const guessed = new Set(
    source === null ? [] : (await findGuesses(work.tx, [key])).map(({ sourceId }) => sourceId),
  );
  const texts = all.flatMap((each) => [each.source, each.mergedAt ?? null]);
  const isOf = await sameSource(work, [source, ...texts]);
  const names = await namesOf(
    work.tx,
    texts.map((text) => ({ source: text, campaign: null })),
  );
  const those = all.filter((each) => each.mergedAt === undefined || isOf(each.mergedAt, each.source));
  const own = those.filter((each) => sourceKeyOf(each.source) === key);
  if (own.length > 0) return own;
  const kin = those.filter((each) => isOf(source, each.source));
  if (kin.length > 0) return kin;
  return those.filter((each) => guessed.has(names.sourceId(each.source) ?? ('' as SourceId)));
}

type Judge = (told: ToldDelivery, found: readonly Delivered[]) => KnownDelivery | null;

async function judgeOf(
  work: Pick<Work, 'tx'>,
  told: readonly ToldDelivery[],
  found: readonly Delivered[],
): Promise<Judge> {
  const named = await findSources(
    work,
    told.flatMap(({ source }) => [source, saidIn(source)]),
  );
  const texts = found.flatMap(({ source, mergedAt }) => [source, mergedAt ?? null]);
  const names = await namesOf(
    work.tx,
    texts.map((source) => ({ source, campaign: null })),
  );
  const keys = [...new Set(told.flatMap(({ source }) => (source ? sourceKeyOf(source) : [])))];
  const guesses = await findGuesses(work.tx, keys);
  const isGuess = (key: string, id: SourceId | null) =>
    guesses.some((guess) => guess.key === key && guess.sourceId === id);

  const idOf = (source: string | null) =>
    named.get(source ?? '')?.id ?? named.get(saidIn(source) ?? '')?.id ?? null;
  const isOfSource = (source: string | null, text: string | null) =>
    isSame(source, text, idOf(source), names.sourceId(text));
  const isMergedBy = ({ mergedAt, source }: Delivered, of: string | null) =>
    mergedAt === undefined || (isOfSource(of, mergedAt) && isOfSource(of, source));

  return ({ source, person }, all) => {
    const those = all.filter((each) => isMergedBy(each, source));
    const ofKey = those.find((each) => idOwnerKey(each.source) === idOwnerKey(source));
    const own = ofKey ?? those.find((each) => isOfSource(source, each.source) && !isAnother(person, each));
    if (own) return { id: own.id, guessed: null, isAnother: own === ofKey && isElse(person, own) };
    if (source === null || person === undefined) return null;
    const key = sourceKeyOf(source);
    const isOpen = (id: SourceId | null) => id !== null && (!named.has(source) || isGuess(key, id));
    const same = those.find(
      (each) => isOpen(names.sourceId(each.source)) && isSamePerson(person(), keysOf(each)),
    );
    return same ? { id: same.id, guessed: names.sourceId(same.source), isAnother: false } : null;
  };
}

/** What a CRM calls the source, which may be here before the CRM has said it. */
function saidIn(source: string | null): string | null {
  return source === null ? null : (partsOfSaid(source)?.name ?? null);
}

/** Whether two of these texts stand for one source, or their ids are one sender's. */
export async function sameSource(
  work: Pick<Work, 'tx'>,
  texts: readonly (string | null)[],
): Promise<(one: string | null, other: string | null) => boolean> {
  const named = await findSources(work, texts);
  const idOf = (text: string | null) => (text && named.get(text)?.id) || null;
  return (one, other) => isSame(one, other, idOf(one), idOf(other));
}

function isSame(
  one: string | null,
  other: string | null,
  ...[id, otherId]: [SourceId | null, SourceId | null]
): boolean {
  return idOwnerKey(one) === idOwnerKey(other) || (id !== null && id === otherId);
}

function isAnother(person: ToldDelivery['person'], found: Delivered): boolean {
  return person !== undefined && isVisiblyAnother(person(), keysOf(found));
}

function isElse(person: ToldDelivery['person'], found: Delivered): boolean {
  return person !== undefined && found.isTest === 0 && isSomebodyElse(person(), keysOf(found));
}

function keysOf({ name, emailKey, phoneKey }: Delivered): NamedPerson {
  return { name, email: emailKey, phone: phoneKey };
}

/** What somebody has filled in, found in whatever shape a form or a tool wraps around it: nothing that came is left out. */
import { instantOf } from '../../reading/dates/instant.ts';
import type { Answer } from '../../reading/lead/sort-answers.ts';
import { surelyTellsArrival } from '../../reading/words/lead-words.ts';
import { wordKey } from '../../reading/words/word-key.ts';
import { isObject } from '../schemas/is-object.ts';
import { answerOf, labelsOf } from './answer-of.ts';
import * as words from './form-words.ts';
import { labelOf } from './label-of.ts';

export interface Submission {
  answers: Answer[];
  /** The form's own name of it; null: it has none that would tell it from others. */
  externalId: string | null;
  submittedAt: unknown;
}

/** Of a form's own field called "id" nobody knows what it is: `isForm` leaves it out. */
export function submissionOf(value: unknown, { isForm }: { isForm: boolean }): Submission {
  const walk: Walk = { labels: labelsOf(value), found: [], ids: [], times: [], isForm };
  visit(walk, value, { key: '', owner: null, depth: 0 });
  const [best] = walk.ids.toSorted((a, b) => a.rank - b.rank);
  return {
    answers: walk.found,
    externalId: best?.text ?? null,
    submittedAt: walk.times.find(namesInstant(undefined)) ?? walk.times.find(namesInstant('UTC')) ?? null,
  };
}

/** One that names its zone says more than one that needs another’s. */
function namesInstant(timezone: string | undefined) {
  return (value: unknown): boolean =>
    (typeof value === 'string' || typeof value === 'number') &&
    instantOf(String(value).trim(), timezone) !== null;
}

interface Walk {
  /** Of questions that are listed apart from their answers, by their id. */
  labels: ReadonlyMap<string, string>;
  found: Answer[];
  ids: { text: string; rank: number }[];
  times: unknown[];
  isForm: boolean;
}

interface Place {
  key: string;
  /** Whose part it is, where that is not the person who filled it in: "company", "address". */
  owner: string | null;
  depth: number;
}

const DEEPEST = 12;

function visit(walk: Walk, value: unknown, place: Place): void {
  const { key, depth } = place;
  if (value === null || value === undefined || value === '') return;
  const inner = typeof value === 'string' ? embedded(key, value) : null;
  if (inner !== null) visitParts(walk, inner, { ...place, owner: null });
  else if (depth < DEEPEST && Array.isArray(value)) visitList(walk, value, place);
  else if (depth < DEEPEST && isObject(value)) visitObject(walk, value, place);
  else add(walk, value, place);
}

/** Jotform, Zapier and others send the whole as a text within the whole. */
function embedded(key: string, text: string): Record<string, unknown> | null {
  if (!words.isEmbedded(wordKey(key)) || !/^\s*\{/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function visitObject(walk: Walk, value: Record<string, unknown>, place: Place): void {
  const answer = place.depth === 0 ? null : answerOf(value, place.key, walk.labels);
  const whole = place.key === '' ? null : wholeOf(value);
  if (answer) addAnswer(walk, answer, place);
  else if (whole !== null) add(walk, whole, place);
  else visitParts(walk, value, place);
}

function addAnswer(
  walk: Walk,
  { label, value, asides }: NonNullable<ReturnType<typeof answerOf>>,
  place: Place,
): void {
  add(walk, value, { ...place, key: label });
  for (const [key, part] of asides)
    walk.found.push({ label: `${label}: ${key}`, value: part, meaning: null, isAside: true });
}

function visitParts(walk: Walk, value: Record<string, unknown>, { key, owner, depth }: Place): void {
  const isTop = depth === 0;
  const inner = isTop || words.isWrapper(wordKey(key)) ? owner : key;
  const people = PEOPLE.find((name) => Array.isArray(value[name]) && isObject(value[name][0]));
  for (const [name, part] of Object.entries(value)) {
    noteId(walk, name, part, { holder: key, depth });
    // Whoever has contacts is a company.
    const isCompany = people !== undefined && /^(?:display_?)?name$/i.test(name);
    visit(walk, part, { key: isCompany ? 'company' : name, owner: inner, depth: depth + 1 });
  }
}

const PEOPLE = ['contacts', 'people', 'persons'];

/** A number or a name that is asked for in parts: what the parts make together. */
function wholeOf(value: Record<string, unknown>): string | null {
  const { full, area, phone, ...rest } = value;
  if (typeof full === 'string' && Object.keys(value).length <= 2) return full;
  if (typeof area !== 'string' || typeof phone !== 'string' || Object.keys(rest).length > 1) return null;
  return [...Object.values(rest), area, phone].filter((part) => typeof part === 'string').join(' ');
}

function visitList(walk: Walk, list: readonly unknown[], place: Place): void {
  const parts = list.filter((each) => each !== null && each !== undefined && each !== '');
  if (!parts.some((each) => isObject(each) || Array.isArray(each))) add(walk, list, place);
  else if (parts.every((each) => isObject(each) && isWayToReach(each)))
    addWays(walk, parts as Record<string, unknown>[], place);
  else for (const [index, each] of parts.entries()) visitMember(walk, each, { ...place, index });
}

/** Of several people, or things, the first is the one who wrote; a question with its answer stands for itself. */
function visitMember(walk: Walk, each: unknown, { index, ...place }: Place & { index: number }): void {
  const isFirst = index === 0 || (isObject(each) && answerOf(each, '', walk.labels) !== null);
  const name = `${place.key} ${index + 1}`;
  const named = isFirst ? place : { ...place, key: name, owner: name };
  visit(walk, each, { ...named, depth: place.depth + 1 });
}

/** One of several addresses or numbers of somebody: `{ label: "work", value: "…", primary: true }`. */
function isWayToReach(each: Record<string, unknown>): boolean {
  const isShort = Object.keys(each).length <= 4;
  return isShort && ('primary' in each || 'email' in each || 'phone' in each) && reachOf(each) !== undefined;
}

function reachOf({ value, email, phone }: Record<string, unknown>): unknown {
  return value ?? email ?? phone;
}

function addWays(walk: Walk, ways: readonly Record<string, unknown>[], place: Place): void {
  const sorted = ways.toSorted((a, b) => Number(b.primary === true) - Number(a.primary === true));
  const one = place.key.replace(/(?<=address)es$|(?<!s)s$/i, '');
  for (const [index, way] of sorted.entries()) {
    const key = index === 0 ? one : `${one} ${index + 1}`;
    add(walk, reachOf(way), { ...place, key });
  }
}

function add(walk: Walk, value: unknown, { key, owner }: Place): void {
  if (words.isTime(wordKey(key)) || surelyTellsArrival(key)) walk.times.push(value);
  walk.found.push({ label: labelOf(key, owner), value });
}

/** What the sender calls it itself comes before what its delivery is called. */
function noteId(
  walk: Walk,
  name: string,
  value: unknown,
  { holder, depth }: { holder: string; depth: number },
): void {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return;
  const [key, text] = [wordKey(name), String(value)];
  const isPlain = words.isPlainId(key) && !walk.isForm;
  const isHeld = words.isPlainId(key) && depth > 0 && words.isHolder(wordKey(holder));
  const rank = words.isOwnId(key) ? 0 : isHeld ? 10 - depth : isPlain && depth === 0 ? 11 : null;
  if (rank !== null) walk.ids.push({ text, rank });
  else if (words.isDeliveryId(key) && depth === 0) walk.ids.push({ text, rank: 12 });
}

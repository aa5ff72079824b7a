/** A question with its answer, as the many forms and tools write one. */

import { wordKey } from '../../reading/words/word-key.ts';
import { isObject } from '../schemas/is-object.ts';
import { ANSWER_KEYS, isNoise, isOfAQuestion, isPlainId, LABEL_KEYS } from './form-words.ts';

interface Found {
  label: string;
  value: unknown;
  /** What else stood beside the answer. */
  asides: [key: string, value: unknown][];
}

/** Null: it is something else. `key` stands for a question that is not named otherwise. */
export function answerOf(
  given: Record<string, unknown>,
  key: string,
  labels: ReadonlyMap<string, string>,
): Found | null {
  // Of several addresses of somebody "label" says which one it is.
  if ('primary' in given) return null;
  const answer = typedAnswer(given) ?? keyedAnswer(given);
  if (answer === null) return null;
  const label = questionOf(given, labels) ?? key;
  return label === '' ? null : { label, value: plainOf(answer.value), asides: asidesOf(given, answer.key) };
}

interface Keyed {
  key: string;
  value: unknown;
}

/** `{ type: "email", email: "…", field: { id } }`. */
function typedAnswer({ type, field, ...given }: Record<string, unknown>): Keyed | null {
  if (typeof type !== 'string' || field === undefined || !Object.hasOwn(given, type)) return null;
  return { key: type, value: given[type] };
}

function keyedAnswer(given: Record<string, unknown>): Keyed | null {
  const key = ANSWER_KEYS.find((name) => name in given);
  if (key === undefined) return null;
  // `{ text: "…" }` alone, or a list of further parts, is no answer.
  if (key === 'text' && !LABEL_KEYS.some((name) => name !== 'id' && name in given)) return null;
  const value = given[key];
  // The answers of a whole form, rather than what was chosen of one question.
  if (MANY.has(key) && (isObject(value) || (Array.isArray(value) && value.some(isAnswer)))) return null;
  return { key, value };
}

const MANY = new Set(['answers', 'values']);

function isAnswer(each: unknown): boolean {
  return isObject(each) && answerOf(each, '', new Map()) !== null;
}

/** Neither the answer nor what the form tells of the question. */
function asidesOf(given: Record<string, unknown>, answered: string): Found['asides'] {
  const { field } = given;
  const ofField = isObject(field) ? Object.entries(field) : [];
  return [...Object.entries(given).filter(([key]) => !isObject(field) || key !== 'field'), ...ofField].filter(
    ([key]) => key !== answered && !saysWhatIsAsked(key),
  );
}

function saysWhatIsAsked(key: string): boolean {
  const word = wordKey(key);
  const isKnown = (LABEL_KEYS as readonly string[]).includes(key) || isOfAQuestion(word);
  return isKnown || isNoise(word) || isPlainId(word);
}

function questionOf(given: Record<string, unknown>, labels: ReadonlyMap<string, string>): string | null {
  for (const name of LABEL_KEYS) {
    const told = given[name];
    if (isObject(told)) return questionOf(told, labels);
    if ((typeof told !== 'string' && typeof told !== 'number') || told === '') continue;
    return labels.get(String(told)) ?? String(told);
  }
  return null;
}

/** Of a choice what the person saw; of an answer that is wrapped by its kind, the answer. */
function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainOf);
  if (!isObject(value)) return value;
  const said = value.label ?? value.labels ?? value.answer ?? value.text ?? value.value ?? value.name;
  if (said !== undefined) return plainOf(said);
  const [only, ...others] = Object.values(value);
  return only !== undefined && others.length === 0 ? plainOf(only) : value;
}

/** Questions that are listed apart from what was answered, by their id. */
export function labelsOf(value: unknown, found = new Map<string, string>(), depth = 0): Map<string, string> {
  if (depth > 8 || typeof value !== 'object' || value === null) return found;
  if (isObject(value)) {
    const text = value.title ?? value.label ?? value.question;
    const isAnswered = ANSWER_KEYS.some((name) => name in value) || 'field' in value;
    for (const id of isAnswered || typeof text !== 'string' ? [] : [value.ref, value.id, value.questionId])
      if (typeof id === 'string' || typeof id === 'number') found.set(String(id), text as string);
  }
  for (const part of Object.values(value)) labelsOf(part, found, depth + 1);
  return found;
}

import { z } from 'zod';
import { isDeeper } from '../../reading/lead/value-text.ts';
import { cleanLine, cleanProse } from '../../reading/text.ts';

/** What one value under `fields`, or one key that we do not know, may hold. */
const MAX_LENGTH = 10_000;
const MAX_DEPTH = 8;
const MAX_ENTRIES = 100;
const MAX_NAME = 100;

/** Any JSON value, kept as text; null and blank count as absent. */
export function extraValue() {
  return z.unknown().transform((value, context) => {
    const problem = problemOf(value);
    if (problem) context.issues.push({ code: 'custom', message: problem, input: value });
    return problem ? null : textOf(value);
  });
}

/** Under cleaned names, without what is absent; or a sentence about what is wrong with the whole. */
export function collectExtras(
  entries: readonly (readonly [string, string | null])[],
): Record<string, string> | string {
  const kept: [string, string][] = [];
  for (const [rawName, text] of entries) {
    const name = cleanLine(rawName.replaceAll('\0', '')) || '(no name)';
    if (name.length > MAX_NAME) return `may hold names of at most ${MAX_NAME} characters`;
    if (text) kept.push([name, text]);
  }
  if (kept.length > MAX_ENTRIES) return `may hold at most ${MAX_ENTRIES} entries`;
  return Object.fromEntries(kept);
}

function problemOf(value: unknown): string | null {
  if (typeof value === 'string' && value.includes('\0')) return 'must not contain a NUL character';
  if (isDeeper(value, MAX_DEPTH)) return 'is nested too deeply';
  const text = textOf(value);
  return text && text.length > MAX_LENGTH
    ? `may have at most ${MAX_LENGTH.toLocaleString('en')} characters`
    : null;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return cleanProse(text) || null;
}

import { InvalidArgumentError } from 'commander';
import { TOLD_STATES } from '../domain/lead/history.ts';
import { nameKey } from '../domain/source/fold.ts';
import type { PersonId } from '../domain/team/actor.ts';
import type { SaidStatuses } from '../reading/lead/status.ts';
import { type SaidStages, STAGES } from '../reading/outcome/stage.ts';
import { stateKey } from '../reading/words/word-key.ts';

/** What the command line hands in as text; a refusal here is wrong usage and names the option by itself. */
/** Without Temporal, which takes as long to load as all that a command without a day needs. */
export function day(text: string): string {
  const midnight = Date.parse(`${text}T00:00:00Z`);
  // A day that the month does not have becomes one of the next.
  const isDay = !Number.isNaN(midnight) && new Date(midnight).toISOString().slice(0, 10) === text;
  if (!isDay) throw new InvalidArgumentError('It must be a day such as 2026-11-16.');
  return text;
}

export function timezone(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    throw new InvalidArgumentError('It must be an IANA time zone such as Europe/Berlin.');
  }
}

/** Collects `field=value`, as often as the option is given. */
export function pairs(isField: (name: string) => boolean, fields: readonly string[]) {
  return (text: string, before: Record<string, string> = {}): Record<string, string> => {
    const at = text.indexOf('=');
    const field = text.slice(0, at);
    if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('It must look like field=value.');
    if (!isField(field)) {
      throw new InvalidArgumentError(`There is no field ${field}; the fields are: ${fields.join(', ')}.`);
    }
    if (field in before) throw new InvalidArgumentError(`${field} is given twice.`);
    return { ...before, [field]: text.slice(at + 1) };
  };
}

/** Collects `WORD=won`, `=lost` and `=open`, by the key of the word. */
export function stage(text: string, before: SaidStages = {}): SaidStages {
  const at = text.lastIndexOf('=');
  const meant = STAGES.find(
    (each) =>
      each ===
      text
        .slice(at + 1)
        .trim()
        .toLowerCase(),
  );
  const key = stateKey(text.slice(0, Math.max(at, 0)));
  if (!meant || key === '')
    throw new InvalidArgumentError('It must look like "Verbal agreement=won", or =lost, or =open.');
  return { ...before, [key]: meant };
}

/** Collects `WORD=qualified` and the like, by the key of the word. */
export function status(text: string, before: SaidStatuses = {}): SaidStatuses {
  const { key, meant } = apart(text);
  const state = TOLD_STATES.find((each) => each === meant.toLowerCase());
  if (!state || stateKey(key) === '')
    throw new InvalidArgumentError(
      `It must look like "Warm=working"; a lead may be ${TOLD_STATES.join(', ')}.`,
    );
  return { ...before, [stateKey(key)]: state };
}

/** Collects `NAME=U0123ABC`, by the key of the name. */
export function owner(text: string, before: Record<string, PersonId> = {}): Record<string, PersonId> {
  const { key, meant } = apart(text);
  if (key === '' || !/^[UW][A-Z0-9]{2,}$/.test(meant))
    throw new InvalidArgumentError(
      'It must look like "Ana Lopez=U0123ABC", with the member id from her profile in Slack.',
    );
  return { ...before, [nameKey(key)]: meant as PersonId };
}

function apart(text: string): { key: string; meant: string } {
  const at = Math.max(text.lastIndexOf('='), 0);
  return { key: text.slice(0, at).trim(), meant: text.slice(at + 1).trim() };
}

/** Collects an option that may be given several times. */
export function gathered(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

export function currency(text: string): string {
  const code = text.toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) throw new InvalidArgumentError('It must be a currency code such as EUR.');
  return code;
}

import { InvalidArgumentError } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { parseWeek, type Week } from '../domain/time/week.ts';

/** What the command line hands in as text; a refusal here is wrong usage and names the option by itself. */
export function day(text: string): string {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text))
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    // A day that the month does not have is refused like any other text.
  }
  throw new InvalidArgumentError('It must be a day such as 2026-11-16.');
}

export function week(text: string): Week {
  try {
    return parseWeek(text);
  } catch {
    throw new InvalidArgumentError('It must be an ISO week such as 2026-W47.');
  }
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

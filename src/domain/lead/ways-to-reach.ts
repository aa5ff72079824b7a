import { plainDigits } from '../plain-digits.ts';
import { refuseField } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import type { Settings } from '../team/settings.ts';
import type { Lead } from './lead.ts';

/** How to reach somebody, as people write it down: an address, a number, or both in one line. */
export interface WaysToReach {
  email: string | null;
  phone: string | null;
}

const EMAIL = /[^\s@,;:|<>()"']+@[^\s@,;:|<>()"']*[^\s@,;:|<>()"'.]/g;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gi;
/** Digits in groups, with an extension behind them. */
const NUMBER = /(?<![\w.@])\+?\(?\d(?:[ \u00a0()./-]{0,2}\d){5,16}(?:\s?(?:x|ext\.?)\s?\d{1,6})?(?!\w)/gi;

/** Numbers that nobody can call. */
const NO_PHONES: readonly RegExp[] = [
  /\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b/g,
  /\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b/g,
  // An account, a VAT number, and whatever else begins with letters.
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g,
  /\b[A-Z]{1,4}-?\d{6,}\b/g,
  // An amount: with its currency, or in threes by a point or a comma.
  /(?:[€$£¥]|\b(?:EUR|USD|GBP|CHF))\s?\d[\d.,' ]*/gi,
  /\b\d[\d.,' ]*\s?(?:[€$£¥]|(?:EUR|USD|GBP|CHF)\b)/gi,
  /(?<![\d+(])[1-9]\d{0,2}(?:[.,]\d{3}){2,}(?![\d.,])/g,
  // What a word before it says to be a number of something else.
  /\b(?:order|invoice|ticket|booking|customer|account|meeting|case|ref(?:erence)?|id|no|nr|fax|iban|vat)\b[.:#\s-]*(?:id|no|nr|number)?[.:#\s-]*\+?[\d(][\d ()./-]{4,}/gi,
];

/** The first of each that the text holds, as they are written. */
export function waysToReach(text: string): WaysToReach {
  const { emails, phones } = allWaysToReach(text);
  return { email: emails[0] ?? null, phone: phones[0] ?? null };
}

interface AllWays {
  emails: string[];
  phones: string[];
}

function allWaysToReach(text: string): AllWays {
  const emails = text.match(EMAIL) ?? [];
  const rest = [EMAIL, ADDRESS, ...NO_PHONES].reduce(blankOut, plainDigits(text));
  const phones = [...rest.matchAll(NUMBER)].map(({ index, 0: found }) =>
    text.slice(index, index + found.length),
  );
  return { emails, phones };
}

/** Where everything else is stays what it is. */
function blankOut(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (found) => ';'.repeat(found.length));
}

/** In place of what is not shown. */
export const HIDDEN = '•••';

/** Without any way to reach somebody. */
export function hideReach(text: string): string {
  const { emails, phones } = allWaysToReach(text);
  return [...emails, ...phones].reduce((hidden, way) => hidden.replaceAll(way, HIDDEN), text);
}

/** What was written into the field for it must hold one. */
export function assertReach(typed: string): WaysToReach {
  const ways = waysToReach(typed);
  if (ways.email || ways.phone) return ways;
  throw refuseField('reach', 'reach_needed');
}

/** Who may see how to reach a lead: the whole channel, or by the team's setting only its owner and the managers. */
export function mayReach(lead: Pick<Lead, 'owner'>, person: PersonId, settings: Settings): boolean {
  return settings.contactShownTo === 'channel' || lead.owner === person || settings.managers.includes(person);
}

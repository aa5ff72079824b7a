import { refuseField } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import type { Settings } from '../team/settings.ts';
import type { Lead } from './lead.ts';

/** How to reach somebody, as people write it down: an address, a number, or both in one line. */
export interface WaysToReach {
  email: string | null;
  phone: string | null;
}

const EMAIL = /[^\s@,;:|<>()"']+@[^\s@,;:|<>()"']*[^\s@,;:|<>()"'.]/;
/** Six digits at least, so that neither a year nor an amount is one. */
const PHONE = /(?<![\w.])\+?\(?\d(?:[ \u00a0()./-]{0,2}\d){5,16}(?!\w)/;
/** "2026-11-21" looks like a number to call and is a day. */
const DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

/** The first of each that the text holds. */
export function waysToReach(text: string): WaysToReach {
  const email = EMAIL.exec(text)?.[0] ?? null;
  const rest = (email ? text.replace(email, ' ') : text).replaceAll(DATE, ' ');
  return { email, phone: PHONE.exec(rest)?.[0] ?? null };
}

/** What was written into the field for it must hold one. */
export function assertReach(typed: string): WaysToReach {
  const ways = waysToReach(typed);
  if (ways.email || ways.phone) return ways;
  throw refuseField('reach', 'reach_needed');
}

/** Who may see how to reach a lead: the whole channel, or by the team's setting only its owner and the managers. */
export function mayReach(lead: Lead, person: PersonId, settings: Settings): boolean {
  return settings.contactShownTo === 'channel' || lead.owner === person || settings.managers.includes(person);
}

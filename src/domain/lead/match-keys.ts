/**
 * Who a lead is, as far as its sender told: the keys by which a second submission of the same person, or of somebody else from the
 * same company, is found. A key is never shown and never used to reach anybody; what the sender wrote stays as it is.
 *
 * An e-mail address is the same in any case, with any +tag, and at Gmail with any dots. A phone number is the same in every way of
 * writing it; one without a country code is read as one of the lead's country, else of the team's. A company is its own domain:
 * that of a free, disposable or shared host is nobody's.
 *
 * Compared by usecases/lead/find-matches. Stored by store/lead.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { plainDigits } from '../plain-digits.ts';
import type { Settings } from '../team/settings.ts';
import { type Country, countryNamed, countryOfZone } from './country.ts';
import type { Lead, LeadFacts, MatchKeys } from './lead.ts';
import { ownDomain } from './own-domain.ts';

type Identifying = Pick<LeadFacts, 'email' | 'phone' | 'region' | 'fields'>;

export function matchKeys(facts: Identifying, { timezone }: Pick<Settings, 'timezone'>): MatchKeys {
  return {
    email: emailKey(facts.email),
    phone: phoneKey(facts.phone, () => countryNamed(facts.region ?? '') ?? countryOfZone(timezone)),
    company: ownDomain(facts.email) ?? ownDomain(websiteOf(facts.fields)),
  };
}

/** The same lead with the keys of what it says now. */
export function withMatchKeys(lead: Lead, settings: Pick<Settings, 'timezone'>): Lead {
  return { ...lead, keys: matchKeys(lead, settings) };
}

const GMAIL = ['gmail.com', 'googlemail.com'];

function emailKey(email: string | null): string | null {
  const [, local, domain] =
    email
      ?.normalize('NFKC')
      .trim()
      .toLowerCase()
      .match(/^(.+)@([^@\s]+)$/) ?? [];
  if (!local || !domain) return null;
  const person = local.replace(/(?<=.)\+.*$/, '');
  return GMAIL.includes(domain) ? `${person.replaceAll('.', '')}@gmail.com` : `${person}@${domain}`;
}

/** Mailboxes that several people of a company read and write from. */
const SHARED_MAILBOXES =
  /^(?:info|office|contact|kontakt|contacto|contatto|contato|hello|hallo|mail|post|sales|vertrieb|ventas|team|admin|verwaltung|service|support|reception|rezeption|empfang|buero|bureau|firma|company|marketing|einkauf|purchasing|booking|reservations?|reservierung)$/;

/** Two who gave one address that is nobody's own, and different names. */
export function areOfSharedMailbox(one: Lead, other: Lead): boolean {
  const local = one.keys.email?.split('@')[0] ?? '';
  const names = [one.name, other.name].map((name) => name?.normalize('NFKC').trim().toLowerCase());
  return SHARED_MAILBOXES.test(local) && !!names[0] && !!names[1] && names[0] !== names[1];
}

/** Longer ones are no phone numbers, and would cost more than they could tell. */
const LONGEST_PHONE = 50;

/** E.164. What could not be dialled, such as 000000 to get past a form, is nobody's number. */
function phoneKey(phone: string | null, country: () => Country | null): string | null {
  const written = plainDigits(phone?.trim() ?? '');
  if (!/\d{4}/.test(written.replaceAll(/\D/g, '')) || written.length > LONGEST_PHONE) return null;
  const international = written.includes('+') || written.startsWith('00');
  const dialled = written.replace(/^00/, '+');
  const home = international ? null : country();
  const number = parsePhoneNumberFromString(dialled, home ?? undefined);
  return number?.isValid() ? number.number : null;
}

/** Fields in which senders give their company's address; others, such as `page_url`, name our own pages. */
const WEBSITE_FIELDS = ['website', 'websiteurl', 'companywebsite', 'companyurl', 'companydomain', 'homepage'];

function websiteOf(fields: LeadFacts['fields']): string | null {
  const found = Object.entries(fields).find(([name, value]) => {
    return WEBSITE_FIELDS.includes(name.toLowerCase().replaceAll(/[^a-z]/g, '')) && value.includes('.');
  });
  return found?.[1] ?? null;
}

/**
 * Where a CRM says that somebody is from: "HubSpot: Paid search". Such a lead is of the source "Paid search", and its id is HubSpot's, whatever
 * HubSpot says: both are told from the text that it is stored with.
 */
import { nameKey } from './fold.ts';

const CRMS = ['HubSpot'] as const;
export type SayingCrm = (typeof CRMS)[number];

export function saidSource(crm: SayingCrm, name: string): string {
  return `${crm}: ${name}`;
}

/** Null: nobody says it of somebody else's. */
export function partsOfSaid(text: string): { crm: SayingCrm; name: string } | null {
  const crm = CRMS.find((each) => text.startsWith(`${each}: `));
  const name = crm && text.slice(crm.length + 2).trim();
  return crm && name ? { crm, name } : null;
}

/** Whose ids those are that come under this text; '' for none. */
export function idOwnerKey(source: string | null): string {
  return source ? nameKey(partsOfSaid(source)?.crm ?? source) : '';
}

/** Where forms post to, what is in the way, and what their questions can ask for. */
import type { VendorDoor } from '../../domain/delivery/door.ts';
import type { Reach } from '../../domain/web-form/form-address.ts';
import type { QuestionMeaning } from '../../domain/web-form/web-form.ts';

export const VENDOR_NAMES: Record<VendorDoor, string> = {
  typeform: 'Typeform',
  hubspot: 'HubSpot',
  'google-ads': 'Google Ads',
  meta: 'Meta',
  webflow: 'Webflow',
  calendly: 'Calendly',
  tally: 'Tally',
};

/** Some vendors tell no more of a form than its number. */
export function sayFormName(name: string): string {
  return /^\d+$/.test(name) ? `Form ${name}` : name;
}

/** Null: nothing is. */
export function sayReach(reach: Reach): string | null {
  switch (reach) {
    case 'public':
      return null;
    case 'missing':
      return `PUBLIC_URL is not set, so Tango does not know where forms reach it. ${GET_ONE}`;
    case 'local':
      return `PUBLIC_URL is an address of this network, which forms on the internet cannot reach. ${GET_ONE}`;
    case 'unencrypted':
      return 'PUBLIC_URL begins with http://, so what people fill in, and the address itself, can be read on the way. Please use https://.';
    default:
      return reach satisfies never;
  }
}

const GET_ONE =
  'Slack in Socket Mode needs no public address, forms do: put a proxy or a tunnel with HTTPS before Tango’s port and set PUBLIC_URL=https://YOUR.HOST (docs/operating.md, “Behind a proxy”).';

export const MEANING_WORDS: Record<QuestionMeaning, string> = {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  company: 'Company',
  title: 'Job title',
  segment: 'Segment',
  region: 'Region',
  companySize: 'Size of the company',
  message: 'What they say',
  campaign: 'Campaign, from now on',
  other: 'Another answer, shown under “More”',
  left_out: 'Leave it out',
};

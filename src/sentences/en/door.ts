/** A way in at which everybody is refused: what it is, how many, since when, and what to compare with what. */
import { type ClosedDoor, DOORS, type Door, MISTAKES, type Mistake } from '../../domain/delivery/door.ts';
import { count } from './count.ts';

export function sayClosedDoor({ door, since, refused }: ClosedDoor & { door: Door }): string {
  const reasons = MISTAKES.filter((reason) => refused[reason] !== undefined);
  const parts = reasons.map((reason) => `${refused[reason]} ${REASONS[reason]}`).join(', ');
  const all = reasons.reduce((sum, reason) => sum + (refused[reason] ?? 0), 0);
  const { what, lost } = NAMES[door];
  const head = `${what} are refused: ${count(all, 'request')} since ${since} (${parts}), and none was accepted. ${lost}`;
  return [head, ...reasons.map((reason) => adviceOf(reason, door))].join(' ');
}

const REASONS: Record<Mistake, string> = {
  wrong_secret: 'with a wrong secret',
  wrong_time: 'signed for another time',
  too_large: 'too large',
  not_understood: 'not understood',
};

const LEADS_LOST = 'Leads that come this way are lost.';

const NAMES: Record<Door, { what: string; lost: string }> = {
  api: { what: 'Calls of the API', lost: LEADS_LOST },
  slack: { what: 'Requests from Slack', lost: 'No click and no command does anything.' },
  typeform: { what: 'Deliveries of Typeform', lost: LEADS_LOST },
  hubspot: { what: 'Deliveries of HubSpot', lost: LEADS_LOST },
  'google-ads': { what: 'Deliveries of Google Ads', lost: LEADS_LOST },
  meta: { what: 'Deliveries of Meta', lost: LEADS_LOST },
  webflow: { what: 'Deliveries of Webflow', lost: LEADS_LOST },
  calendly: { what: 'Deliveries of Calendly', lost: LEADS_LOST },
  tally: { what: 'Deliveries of Tally', lost: LEADS_LOST },
  form: { what: 'Submissions of forms with an address of their own', lost: LEADS_LOST },
};

/** Where the other side shows what must be the same as our variable. */
const PLACES: Record<Exclude<Door, 'form'>, string> = {
  api: 'the token that the sender uses',
  slack: 'the Signing Secret at api.slack.com/apps (Basic Information)',
  typeform: 'the secret of the webhook in Typeform (Connect, Webhooks, Edit)',
  hubspot:
    'the client secret of the app in HubSpot (Auth), and PUBLIC_URL with the address that HubSpot calls',
  'google-ads': 'the key in the webhook settings of the lead form in Google Ads',
  meta: 'the app secret of the app at Meta (App settings, Basic)',
  webflow: 'the secret of the webhook in Webflow (Apps and integrations)',
  calendly: 'the signing key with which the webhook was made in Calendly',
  tally: 'the signing secret of the webhook in Tally (Integrations)',
};

const FORM_ADDRESS =
  'The address in the form is not one of Tango’s, or an old one: please make a new one in `/tango forms` and put it into the form.';

function adviceOf(reason: Mistake, door: Door): string {
  switch (reason) {
    case 'wrong_secret':
      if (door === 'form') return FORM_ADDRESS;
      return `Please compare ${PLACES[door]} with ${DOORS[door]} where Tango runs; a changed variable counts after a restart.`;
    case 'wrong_time':
      return 'Please compare the clock of the machine on which Tango runs with the real time.';
    case 'too_large':
      return 'Please have less sent at once: docs/webhooks.md and docs/api.md say how much is taken.';
    case 'not_understood':
      if (door === 'form')
        return 'What is sent has no answers in it: please look at the format of the webhook in the form; docs/your-forms.md says what is understood.';
      return 'What is sent is not what the vendor documents: please compare the kind and version of the webhook with docs/webhooks.md.';
  }
}

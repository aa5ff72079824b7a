import { type Lead, type LeadId, NEW_LEAD } from '../../src/domain/lead/lead.ts';
import { FIRST_TARGETS } from '../../src/domain/promise.ts';
import type { Settings } from '../../src/domain/team/settings.ts';
import { FIRST_CALENDAR } from '../../src/domain/time/calendar.ts';
import { FIELD, LEADS, MARKETING, MAX, MIA, SCORECARD } from './people.ts';

export const BERLIN = 'Europe/Berlin';

/** A team in Berlin, Monday to Friday, nine to six. */
export const SETTINGS: Settings = {
  leadsChannel: LEADS,
  fieldChannel: FIELD,
  marketingChannel: MARKETING,
  scorecardChannel: SCORECARD,
  managers: [MAX],
  marketers: [MIA],
  offices: { managers: { people: [MAX], groups: [] }, marketers: { people: [MIA], groups: [] } },
  userGroups: { askedAt: null, heardAt: null, list: [] },
  timezone: BERLIN,
  currency: 'EUR',
  calendar: FIRST_CALENDAR,
  promises: FIRST_TARGETS,
  contactShownTo: 'channel',
  scorecardAt: { weekday: 1, time: '09:00' },
  routing: { rules: [] },
  admitted: { guests: false, connected: false },
  showsToConnected: false,
  sharing: [],
  workspace: { team: 'T_SAMPLE', enterprise: null },
};

/** Dana of Harbour Hotels, new, with a card; arrived on Tuesday, 17 November 2026 at 14:15 in Berlin. */
export function sampleLead(changes: Partial<Lead> = {}): Lead {
  const arrived = changes.receivedAt ?? Date.parse('2026-11-17T14:15:00+01:00');
  return {
    ...NEW_LEAD,
    id: 'lead_1' as LeadId,
    keys: { email: 'dana@harbour.example', phone: null, company: 'harbour.example' },
    source: 'Webinar',
    campaign: 'Hotels Q4',
    name: 'Dana Whitfield',
    email: 'dana@harbour.example',
    company: 'Harbour Hotels',
    title: 'Head of Operations',
    segment: 'Hospitality',
    receivedAt: arrived,
    createdAt: arrived,
    cardChannel: LEADS,
    ...changes,
  };
}

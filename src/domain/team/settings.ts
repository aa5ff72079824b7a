/**
 * The settings: what managers may change while Tango runs. Copied from the environment at the first start, kept in the database
 * from then on. Secrets are not among them.
 */

import { FIRST_TARGETS, type PromiseTargets } from '../promise.ts';
import { FIRST_ROUTING, type Routing } from '../routing/routing.ts';
import { type CalendarSettings, FIRST_CALENDAR } from '../time/calendar.ts';
import type { PersonId } from './actor.ts';
import { type Admitted, NOBODY_ADMITTED, type Workspace } from './identity.ts';
import type { Offices, UserGroups } from './office.ts';
import type { People } from './person.ts';

export interface Settings {
  leadsChannel: string | null;
  fieldChannel: string | null;
  marketingChannel: string | null;
  scorecardChannel: string | null;
  /** Who holds these offices now: named, and alive. */
  managers: PersonId[];
  marketers: PersonId[];
  /** Who is named for them. */
  offices: Offices;
  /** The team's IANA zone: weeks, days and working hours are in it. */
  timezone: string;
  /** ISO 4217; the currency of amounts that name none. */
  currency: string;
  calendar: CalendarSettings;
  promises: PromiseTargets;
  /** Whether the card shows how to reach a lead to the channel, or only to its owner. */
  contactShownTo: 'channel' | 'owner';
  /** ISO weekday (Monday is 1) and local time of the scorecard. */
  scorecardAt: { weekday: number; time: string };
  /** Whose turn it is for new leads. */
  routing: Routing;
  /** Who may act besides members. */
  admitted: Admitted;
  /** Whether how to reach leads, and money, are also shown in channels that are shared with another company. */
  showsToConnected: boolean;
  /** No setting of managers: of each channel of the team whether it is shared with another company, and when Slack was asked, epoch ms. */
  sharing: { channel: string; isShared: boolean; askedAt: number }[];
  /** No setting of managers: the user groups of the workspace, as Slack has told last. */
  userGroups: UserGroups;
  /** No setting of managers: where our app is, as Slack has told last; null until it has. */
  workspace: Workspace | null;
  /** No setting, but read along with them: the people whose own working time counts. */
  people?: People;
}

/** What holds until somebody says otherwise. */
export const FIRST_SETTINGS: Settings = {
  leadsChannel: null,
  fieldChannel: null,
  marketingChannel: null,
  scorecardChannel: null,
  managers: [],
  marketers: [],
  offices: { managers: { people: [], groups: [] }, marketers: { people: [], groups: [] } },
  timezone: 'UTC',
  currency: 'EUR',
  calendar: FIRST_CALENDAR,
  promises: FIRST_TARGETS,
  contactShownTo: 'channel',
  scorecardAt: { weekday: 1, time: '09:00' },
  routing: FIRST_ROUTING,
  admitted: NOBODY_ADMITTED,
  showsToConnected: false,
  sharing: [],
  userGroups: { askedAt: null, heardAt: null, list: [] },
  workspace: null,
};

/** With no marketers named, anybody may speak for marketing: a small team has not split the roles yet. */
export function isMarketer(settings: Pick<Settings, 'marketers'>, person: PersonId): boolean {
  return settings.marketers.length === 0 || settings.marketers.includes(person);
}

/** With no managers named, anybody may: somebody has to name the first. */
export function isManager(settings: Pick<Settings, 'managers'>, person: PersonId): boolean {
  return settings.managers.length === 0 || settings.managers.includes(person);
}

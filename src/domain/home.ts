/**
 * The Home of a person: what waits for them, the next thing first. A rep sees their leads by what is due and the stories asked of
 * them, a marketer what the week brought, what to mend and what to publish, a manager what is past its promise and how the week goes.
 *
 * One person may be all three; what they are named for comes first. Drawn again by every visit, and by what others do for as long as
 * they have looked within the last day.
 *
 * Shown by slack/views/home. Read by messages/home.
 */

import type { Proposal } from './definition/proposal.ts';
import type { Backlog } from './delivery/backlog.ts';
import type { TroubleFacts } from './delivery/trouble.ts';
import type { InsightRequest } from './insight/insight-request.ts';
import type { Lead } from './lead/lead.ts';
import type { MatchedBy } from './lead/match.ts';
import type { PromiseName, RunningPromise } from './promise.ts';
import type { Story } from './story/story.ts';
import type { PersonId } from './team/actor.ts';
import { type Acquainted, unfitness } from './team/choose-people.ts';
import { isManager, isMarketer, type Settings } from './team/settings.ts';
import { DAY } from './time/duration.ts';
import type { Week } from './time/week.ts';

/** For so long after a visit a Home is kept up to date. */
export const KEPT_CURRENT_FOR = DAY;

export interface Home {
  sections: HomeSection[];
  /** A definition that waits for this person's signature. */
  toSign: Proposal | null;
  /** Leads that anybody may claim now. */
  unclaimed: number;
  leadsChannel: string | null;
  timezone: string;
  /** Epoch ms of the visit that it is drawn for. */
  openedAt: number;
}

export type HomeSection = RepHome | MarketerHome | ManagerHome;

export const LEAD_GROUPS = ['due', 'today', 'contact', 'verdict', 'deal', 'snoozed'] as const;
/** Past its promise or due this moment, due by the end of the day, later by what it waits for, and what waits for something else. */
export type LeadGroupName = (typeof LEAD_GROUPS)[number];

export interface HomeLead {
  lead: Lead;
  /** The clock that runs; null where none does. */
  promise: RunningPromise | null;
}

/** The first of them, and how many there are. */
export interface Page<T> {
  shown: T[];
  count: number;
}

export interface RepHome {
  role: 'rep';
  groups: Record<LeadGroupName, Page<HomeLead>>;
  asked: Page<InsightRequest>;
  askedBack: Page<Story>;
}

export interface CampaignWeek {
  name: string | null;
  leads: number;
  qualified: number;
  rejected: number;
}

export interface MarketerHome {
  role: 'marketer';
  campaigns: Page<CampaignWeek>;
  returned: Page<{ lead: Lead; reasonLabel: string | null }>;
  told: Page<Story>;
  accepted: Page<Story>;
  /** Their own that nobody has answered yet. */
  requests: Page<InsightRequest>;
}

/** How many wait for the same thing, and where: by source while nobody owns them, by owner after that. */
export interface Breaches {
  promise: PromiseName;
  count: number;
  by: Page<string>;
}

export interface ManagerHome {
  role: 'manager';
  /** Cards that came in bulk: those that wait to be posted, and those that somebody has stopped. */
  bulk: { waiting: Backlog[]; stopped: Page<Lead> };
  /** What only a person can mend, the longest known first. */
  troubles: Page<TroubleFacts>;
  breaches: Breaches[];
  worst: HomeLead[];
  /** New leads that may be the same as earlier ones, on which nobody has decided, the longest waiting first. */
  pairs: Page<LeadPair>;
  week: WeekSoFar;
}

export interface LeadPair {
  lead: Lead;
  earlier: Lead;
  by: MatchedBy;
  /** Epoch ms. */
  foundAt: number;
}

export interface WeekSoFar {
  week: Week;
  leads: number;
  qualified: number;
  won: number;
  /** Nobody has claimed them yet. */
  untouched: number;
}

/**
 * What somebody is named for comes first; what anybody may while nobody is named comes last. Who is let in without being a member has
 * their leads alone, and who may not act any more has nothing.
 */
export function homeRoles(
  settings: Pick<Settings, 'managers' | 'marketers'> & Acquainted,
  person: PersonId,
): HomeSection['role'][] {
  if (unfitness(person, settings)) return [];
  if (unfitness(person, settings, true)) return ['rep'];
  const named: HomeSection['role'][] = [];
  const anybody: HomeSection['role'][] = [];
  if (isManager(settings, person)) (settings.managers.length > 0 ? named : anybody).push('manager');
  if (isMarketer(settings, person)) (settings.marketers.length > 0 ? named : anybody).push('marketer');
  return [...named, 'rep', ...anybody];
}

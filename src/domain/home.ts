/**
 * The Home of a person: what waits for them, the next thing first. What is due is read from the rows of promises and nothing else: what
 * they owe by name, what their side owes together, what is owed to them; a manager sees what is broken and still runs. Beside it stands
 * what no promise is about: open deals, what was put off, stories to publish, how the week goes.
 *
 * One person may be all three; what they are named for comes first. Drawn again by every visit, and by what others do for as long as
 * they have looked within the last day.
 *
 * Shown by slack/views/home. Read by usecases/home and messages/home.
 */

import type { Proposal } from './definition/proposal.ts';
import type { Backlog } from './delivery/backlog.ts';
import type { TroubleFacts } from './delivery/trouble.ts';
import type { Goal } from './goal/goal.ts';
import type { Lead } from './lead/lead.ts';
import type { MatchedBy } from './lead/match.ts';
import type { PromiseKind } from './promise/kinds.ts';
import type { Bound, TeamPromise } from './promise/promise.ts';
import type { PromisedThing } from './promise/thing.ts';
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
  /** Goals that wait for it. */
  goalsToSign: Page<Goal>;
  leadsChannel: string | null;
  timezone: string;
  /** Epoch ms. */
  now: number;
  /** Epoch ms of the visit that it is drawn for. */
  openedAt: number;
}

export type HomeSection = RepHome | MarketerHome | ManagerHome;

/** Something that is owed. */
export interface HomeEntry {
  promise: TeamPromise;
  /** As its reader may see it. */
  thing: PromisedThing;
  /** Of a lead that was sent back: why; null for all else. */
  reasonLabel: string | null;
  /** To where it is shown in Slack; null: nowhere. */
  url: string | null;
}

export interface HomeLead {
  lead: Lead;
  url: string | null;
}

export interface HomeStory {
  story: Story;
  url: string | null;
}

export interface Reject extends HomeLead {
  reasonLabel: string | null;
}

/** The first of them, and how many there are. */
export interface Page<T> {
  shown: T[];
  count: number;
}

/** Of one kind of promise. */
export interface KindPage extends Page<HomeEntry> {
  kind: PromiseKind;
}

export interface RepHome {
  role: 'rep';
  /** What they owe by name: past its time or due this moment, due by the end of the day, and later by its kind. */
  own: { due: Page<HomeEntry>; today: Page<HomeEntry>; later: KindPage[] };
  /** How many of those are not shown. */
  unshown: number;
  /** What all of sales owe together. */
  together: KindPage[];
  deals: Page<HomeLead>;
  snoozed: Page<HomeLead>;
  /** Stories of theirs that marketing would like to know more of, and for which no promise runs. */
  askedBack: Page<HomeStory>;
  /** What others owe them by name. */
  owedTo: Page<HomeEntry>;
}

export interface CampaignWeek {
  name: string | null;
  leads: number;
  qualified: number;
  rejected: number;
}

export interface MarketerHome {
  role: 'marketer';
  /** What all of marketing owe together. */
  together: KindPage[];
  /** Rejects of campaigns that somebody of marketing is to answer, the reader's own first. */
  toAnswer: Page<HomeEntry>;
  accepted: Page<HomeStory>;
  campaigns: Page<CampaignWeek>;
  /** How many leads were rejected within REJECTS_OF. */
  rejects: number;
  /** Names under which known leads came again, and of which nobody has said whether they are a source's. */
  names: number;
}

/** How long a rejected lead stands in the list of rejects. */
export const REJECTS_OF = 7 * DAY;

/** How many are broken and still run, and who owes them, the most first. */
export interface Breaches {
  kind: PromiseKind;
  count: number;
  by: Page<Bound>;
}

export interface ManagerHome {
  role: 'manager';
  /** Cards that came in bulk: those that wait to be posted, and those that somebody has stopped. */
  bulk: { waiting: Backlog[]; stopped: Page<HomeLead> };
  /** What only a person can mend, the longest known first. */
  troubles: Page<TroubleFacts>;
  breaches: Breaches[];
  /** Those that are due the longest. */
  worst: Page<HomeEntry>;
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

/** Whatever is longer than Home has room for is a list, opened by who has its section. */
export const HOME_LISTS = {
  own: 'rep',
  sales: 'rep',
  deals: 'rep',
  snoozed: 'rep',
  asked_back: 'rep',
  owed_to: 'rep',
  marketing: 'marketer',
  to_answer: 'marketer',
  accepted: 'marketer',
  rejects: 'marketer',
  campaigns: 'marketer',
  broken: 'manager',
  stopped: 'manager',
  pairs: 'manager',
  troubles: 'manager',
} as const satisfies Record<string, HomeSection['role']>;

export type HomeListName = keyof typeof HOME_LISTS;

export interface HomeList {
  name: HomeListName;
  /** Of what a side owes together; null: of any kind. */
  kind: PromiseKind | null;
  /** From 0. */
  page: number;
}

export type HomeListRows =
  | { are: 'entries'; shown: HomeEntry[] }
  | { are: 'leads'; shown: HomeLead[] }
  | { are: 'stories'; shown: HomeStory[] }
  | { are: 'rejects'; shown: Reject[] }
  | { are: 'pairs'; shown: LeadPair[] }
  | { are: 'campaigns'; shown: CampaignWeek[] }
  | { are: 'troubles'; shown: TroubleFacts[] };

export interface HomeListScene {
  list: HomeList;
  rows: HomeListRows;
  /** In all, and how many stand before the first of these. */
  count: number;
  offset: number;
  pages: number;
  timezone: string;
  now: number;
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

/**
 * The history of a lead: an event for each thing that happened to it, with what a line needs to tell it in full later. Append-only.
 *
 * Made by the verbs in this folder and by routing. Shown by slack/views/lead/lead-line. Stored by store/lead/lead-event, which still
 * reads what earlier versions wrote.
 */
import type { Money } from '../money/money.ts';
import type { Actor, PersonId } from '../team/actor.ts';
import type { KeptWorkingTime } from '../time/working-time.ts';
import type { Lead, LeadFacts, LeadId, MatchKeys } from './lead.ts';

/** What is told of each kind. */
export interface LeadEventData {
  received: Nothing;
  claimed: Nothing;
  contacted: Nothing;
  qualified: { note: string | null; exception: string | null; value: Money | null };
  /** The code of the reason, and what it needs. */
  rejected: { reason: string; detail: string | null; note: string | null; right: RightPerson | null };
  won: LeadOutcome;
  lost: LeadOutcome;
  /** By its owner, or by Tango for one who is silent or deactivated; `waited` is how long they had it. */
  released: { from: PersonId | null; why: ReleasedWhy | null; waited: KeptWorkingTime | null };
  handed_over: { from: PersonId | null; to: PersonId; note: string | null };
  /** By somebody, or because it was their turn. */
  assigned: { to: PersonId; note: string | null; turn: TurnReason | null };
  proposed: { to: PersonId; turn: TurnReason };
  left_open: { turn: TurnReason };
  /** Epoch ms. */
  snoozed: { until: number };
  /** A snooze is over before its day. */
  woken: Nothing;
  reopened: Nothing;
  /** Null: to the channel. The reason is the one that it rested for. */
  came_off_rest: { to: PersonId | null; reason: string | null };
  /** `was`: what stood in the fields before. */
  mended: {
    fields: MendableField[];
    reason: string | null;
    was: Partial<Record<MendableField, string | null>>;
  };
  came_back: { other: LeadId; by: keyof MatchKeys };
  /** In the history of the one that was merged, and of the one that stays. The note is of who rejected it as a duplicate; `had`: who worked on the other, where the vendor merged the two. */
  merged: { into: LeadId; note: string | null } | { from: LeadId; had?: PersonId | null | undefined };
  /** In the history of the one that is back, and of the other. */
  split: { from: LeadId } | { other: LeadId };
  kept_apart: { other: LeadId };
  /** By the vendor it came from, or by a file that fills what was empty. `meetingAt` in epoch ms. */
  changed_there: {
    what: ChangeWhat;
    meetingAt: number | null;
    note: string | null;
    facts?: ChangedFact[] | undefined;
    /** Names of its other answers. */
    fields?: string[] | undefined;
  };
  undone: { move: LeadEventKind };
}

type Nothing = Record<string, never>;

/** Whom the company's lead should have been, as far as the wrong one knew. */
export interface RightPerson {
  name: string | null;
  email: string | null;
  phone: string | null;
}

interface LeadOutcome {
  value: Money | null;
  reason: string | null;
  /** YYYY-MM-DD, where it was said later than it happened. */
  on: string | null;
}

/** Of what a vendor tells later. */
export const MEETING_NEWS = [
  'meeting_moved',
  'meeting_cancelled',
  'meeting_missed',
  'meeting_not_missed',
] as const;
export type MeetingNews = (typeof MEETING_NEWS)[number];
export const PRESENCE_NEWS = ['deleted_there', 'erased_there', 'restored_there'] as const;
export type PresenceNews = (typeof PRESENCE_NEWS)[number];

export const CHANGES_THERE = [...MEETING_NEWS, ...PRESENCE_NEWS, 'facts_changed', 'merged_there'] as const;
type ChangeWhat = (typeof CHANGES_THERE)[number];

export interface ChangedFact<Fact extends FillableFact = FillableFact> {
  fact: Fact;
  was: string | null;
  is: string;
}

export type ReleasedWhy = 'silent' | 'gone';

/** What marketing may mend. */
export const MENDABLE = ['name', 'title', 'company', 'email', 'phone'] as const satisfies (keyof LeadFacts)[];
export type MendableField = (typeof MENDABLE)[number];

/** What a vendor may tell otherwise later. Where a lead comes from is not changed by what becomes of the person: spend and rates are counted by it. */
export const CHANGEABLE = [
  ...(['name', 'title', 'company', 'email', 'phone'] as const),
  ...(['segment', 'region', 'companySize', 'message'] as const),
] satisfies (keyof LeadFacts)[];
export type ChangeableFact = (typeof CHANGEABLE)[number];

/** What a file that is read better may fill where it is empty. */
export const FILLABLE = [
  ...CHANGEABLE,
  'campaign',
  'reason',
  'receivedAt',
] as const satisfies (keyof LeadFacts)[];
export type FillableFact = (typeof FILLABLE)[number];

/** Why it was somebody's turn, or nobody's. */
export interface TurnReason {
  /** What the rule is for: the source or the region as the lead names it; null: all leads. */
  what: string | null;
  /** Open leads that they had before. */
  open: number;
  cap: number | null;
  passed: PassedOver[];
}

export const PASSED_WHY = ['gone', 'leave', 'hours', 'full', 'barred'] as const;
export type PassedWhy = (typeof PASSED_WHY)[number];

export interface PassedOver {
  person: PersonId;
  why: PassedWhy;
}

export type LeadEventKind = keyof LeadEventData;

/** Of any kind, or of those that are named. */
export type LeadEvent<Kind extends LeadEventKind = LeadEventKind> = {
  [Each in Kind]: { kind: Each; at: number; actor: Actor; data: LeadEventData[Each] };
}[Kind];

/** What a verb returns. */
export interface Move {
  lead: Lead;
  event: LeadEvent;
}

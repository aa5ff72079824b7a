/**
 * The tables as Kysely sees them: columns are camelCase here and snake_case in the databases, and a column has the type of the field that
 * it holds. Where a table holds a domain object field by field it is that type, but for the fields that need another form.
 *
 * Rows never leave `store/`: each noun's file turns them into domain objects.
 */

import type { Generated } from 'kysely';
import type { AnnouncementKind } from '../domain/announcement.ts';
import type { Door, DoorDay } from '../domain/delivery/door.ts';
import type { FetchJob, FetchState } from '../domain/delivery/fetch-job.ts';
import type { Import, ImportId } from '../domain/import/import.ts';
import type { InsightRequest, InsightRequestId } from '../domain/insight/insight-request.ts';
import type { Reply, ReplyId } from '../domain/insight/reply.ts';
import type { Booth } from '../domain/lead/booth.ts';
import type { Lead, LeadId, LeadLife, Qualification } from '../domain/lead/lead.ts';
import type { LeadEventData, LeadEventKind } from '../domain/lead/lead-event.ts';
import type { LeadMatch, MatchDecision } from '../domain/lead/match.ts';
import type { Spend } from '../domain/money/spend.ts';
import type { Nag, NagId } from '../domain/nag/nag.ts';
import type { ReceiptChannel, Recipient } from '../domain/nag/receipt.ts';
import type { PromiseEnd, TeamPromise } from '../domain/promise/promise.ts';
import type { ReasonOutcome, RejectReason } from '../domain/reject-reason/reject-reason.ts';
import type { Turn } from '../domain/routing/routing.ts';
import type { WeekMoved } from '../domain/scorecard/moved.ts';
import type { Scorecard } from '../domain/scorecard/scorecard.ts';
import type { Source, SourceId } from '../domain/source/source.ts';
import type { SourceAlert } from '../domain/source/source-alert.ts';
import type { Story, StoryEventKind, StoryFacts, StoryId } from '../domain/story/story.ts';
import type { Actor, PersonId } from '../domain/team/actor.ts';
import type { AuditEntry } from '../domain/team/audit.ts';
import type { Person } from '../domain/team/person.ts';
import type { Week } from '../domain/time/week.ts';
import type { WebForm, WebFormId } from '../domain/web-form/web-form.ts';
import type { BroughtFileRow, SheetWatchRow } from './brought-file/brought-file-row.ts';
import type { Flag, Json } from './columns.ts';
import type { DealRow, FileDealRow } from './deal/deal-row.ts';
import type { DefinitionRow } from './definition/definition-row.ts';
import type { GoalRow } from './goal/goal-row.ts';
import type { RejectedLeadRow, RejectsEventRow, RejectsRow } from './rejects/rejects-row.ts';
import type { WeekSharesRow } from './scorecard/week-shares-row.ts';
import type { CampaignRow, CampaignSpellingRow, SourceChangeRow } from './source/source-row.ts';

/** The same type with some of its fields in another form. */
type Stored<T, Other extends keyof T, Form> = Omit<T, Other> & Form;

export type LeadRow = Stored<
  Lead,
  'source' | 'spelled' | 'fields' | 'isTest' | 'keys' | 'rejection' | 'qualification' | 'value',
  {
    /** '' for a blank one: it is unique with the external id, and nulls would not be. */
    source: string;
    fields: Json<Lead['fields']>;
    isTest: Flag;
    emailKey: string | null;
    phoneKey: string | null;
    companyKey: string | null;
    rejectReason: string | null;
    rejectDetail: string | null;
    /** Null: of a version that did not keep it; then what follows from the reason today. */
    rejectOutcome: ReasonOutcome['kind'] | null;
    qualification: Json<Qualification> | null;
    valueMinor: number | null;
    currency: string | null;
    /** Of before, when leads themselves said when to nag: replicas of that version write it still. */
    nextNagAt?: number | null | undefined;
  }
>;

export interface LeadEventRow {
  id: string;
  leadId: LeadId;
  at: number;
  actor: Actor;
  kind: LeadEventKind;
  data: Json<LeadEventData[LeadEventKind]>;
  before: Json<LeadLife> | null;
}

export type LeadMatchRow = Stored<
  LeadMatch,
  'decision',
  { decision: MatchDecision['kind'] | null; decidedBy: Actor | null; decidedAt: number | null }
>;

export type PromiseRow = Stored<
  TeamPromise,
  'calendar' | 'isTest' | 'end',
  {
    calendar: Json<TeamPromise['calendar']>;
    isTest: Flag;
    endedAt: number | null;
    endedBy: Actor | null;
    endMove: string | null;
    endedHow: PromiseEnd['how'] | null;
    endedWhy: PromiseEnd['why'];
    late: number | null;
  }
>;

interface NagReceiptRow {
  nagId: NagId;
  hearer: Recipient;
  how: ReceiptChannel;
  /** '' while it waits. */
  day: string;
}

export type PersonRow = Stored<
  Person,
  'isActive' | 'isBot' | 'hours' | 'nextHours' | 'leave',
  {
    isBot: Flag;
    goneAt: number | null;
    /** Whether the managers have heard of that. */
    goneTold: Flag;
    hours: Json<NonNullable<Person['hours']>> | null;
    nextHours: Json<NonNullable<Person['nextHours']>> | null;
    leave: Json<Person['leave']>;
    /** 0: Slack was never asked. */
    syncedAt: number;
    updatedAt: number;
  }
>;

type BoothRow = Stored<Booth, 'claims', { claims: Flag }>;

export interface OutboxRow {
  seq: Generated<number>;
  id: string;
  kind: AnnouncementKind;
  ref: string;
  dedupeKey: string;
  target: string;
  threadOf: string | null;
  status: 'pending' | 'sending' | 'sent' | 'failed' | 'cancelled' | 'stopped';
  lane: 'check' | 'home' | 'edit' | 'post';
  rank: number;
  generation: number;
  attempts: number;
  nextAttemptAt: number;
  leaseToken: string | null;
  leaseUntil: number | null;
  doubtSince: number | null;
  doubtChecks: number;
  plainness: number;
  unthreaded: Flag;
  shownHash: string | null;
  lastFailure: string | null;
  createdAt: number;
  armedAt: number;
  sentAt: number | null;
}

interface SettingRow {
  key: string;
  value: string;
  updatedAt: number;
  updatedBy: PersonId | 'tango';
}

export type RejectReasonRow = Stored<
  RejectReason,
  'outcome' | 'impliesContact' | 'counts' | 'consequence' | 'whoActs',
  {
    /** Empty: as the outcome says. */
    consequence: string;
    /** Empty: nobody. */
    whoActs: string;
    outcome: ReasonOutcome['kind'];
    days: number | null;
    impliesContact: Flag;
    counts: Flag;
    position: number;
    retiredAt: number | null;
  }
>;

type AuditLogRow = Stored<
  AuditEntry,
  'what' | 'before' | 'after',
  { what: string; before: Json<AuditEntry['before']>; after: Json<AuditEntry['after']> }
>;

export type SpendRow = Stored<
  Spend,
  'from' | 'to' | 'amount',
  {
    id: string;
    dedupeKey: string;
    fromDate: string;
    toDate: string;
    amountMinor: number;
    currency: string;
    recordedAt: number;
    recordedBy: string;
    /** Null: recorded by a version that knew no batches. */
    batchId: string | null;
    /** The id of the first amount that is for the same thing and days. */
    versionId: string;
    nameKey: string | null;
    note: string | null;
    withdrawnAt: number | null;
    withdrawnBy: string | null;
  }
>;

interface SpendBatchRow {
  id: string;
  name: string | null;
  recordedAt: number;
  recordedBy: string;
  withdrawnAt: number | null;
  withdrawnBy: string | null;
}

export type InsightRequestRow = Stored<
  InsightRequest,
  'people',
  { askedPeople: Json<PersonId[]>; submission: string }
>;

export interface InsightReplyRow {
  id: ReplyId;
  requestId: InsightRequestId;
  person: PersonId;
  at: number;
  kind: Reply['kind'];
  note: string | null;
  /** '' where nobody is named: it is unique with the others, and nulls would not be. */
  namedPerson: PersonId | '';
}

export type StoryRow = Stored<Story, keyof StoryFacts, { data: Json<StoryFacts>; submission: string }>;

export interface StoryEventRow {
  id: string;
  storyId: StoryId;
  at: number;
  actor: PersonId;
  kind: StoryEventKind;
  note: string | null;
}

interface FetchJobRow extends FetchJob {
  state: FetchState;
  nextAttemptAt: number;
  lastFailure: string | null;
  createdAt: number;
}

export type WebFormRow = Stored<
  WebForm,
  'questions' | 'meanings',
  { keyHash: string; questions: Json<WebForm['questions']>; meanings: Json<WebForm['meanings']> }
>;

/** Those that Slack asked for say where, and what they were found to be. */
type ImportRow = Import & { wish: Json<unknown>; plan: Json<unknown> | null; place: Json<unknown> | null };

export interface Schema {
  lead: LeadRow;
  leadEvent: LeadEventRow;
  leadMatch: LeadMatchRow;
  promise: PromiseRow;
  nag: Nag;
  nagReceipt: NagReceiptRow;
  routingTurn: { rule: string; turn: Json<Turn> };
  person: PersonRow;
  stand: BoothRow;
  outbox: OutboxRow;
  slackMessage: { key: string; channel: string; ts: string; postedAt: number };
  trouble: { subject: string; code: string; sentence: string; since: number; probeAt: number };
  pace: { bucket: string; nextAt: number };
  writeProbe: { name: string; filler: string; at: number };
  homeSeen: { person: PersonId; seenAt: number };
  setting: SettingRow;
  rejectReason: RejectReasonRow;
  definition: DefinitionRow;
  goal: GoalRow;
  auditLog: AuditLogRow;
  spend: SpendRow;
  spendBatch: SpendBatchRow;
  spendReplacedVersion: { versionId: string; byVersionId: string };
  spendCorrection: { spendId: string; byId: string };
  source: Source;
  sourceSpelling: { key: string; text: string; sourceId: SourceId; addedAt: number };
  campaign: CampaignRow;
  campaignSpelling: CampaignSpellingRow;
  sourceAlert: SourceAlert;
  sourceGuess: { key: string; sourceId: SourceId; text: string; leads: number; lastAt: number };
  sourceApart: { one: string; other: string };
  sourceChange: SourceChangeRow;
  scorecard: { week: Week; data: Json<Scorecard>; publishedAt: number };
  weekShares: WeekSharesRow;
  weekMoved: { toldIn: Week; week: Week; data: Json<WeekMoved> };
  weekTouched: { seq: Generated<number>; since: number };
  insightRequest: InsightRequestRow;
  insightReply: InsightReplyRow;
  story: StoryRow;
  storyEvent: StoryEventRow;
  rejects: RejectsRow;
  rejectedLead: RejectedLeadRow;
  rejectsEvent: RejectsEventRow;
  fetchJob: FetchJobRow;
  /** Ids of one vendor that are one person: all of a family bear the same name of it. */
  mergedId: { source: string; externalId: string; family: string };
  deal: DealRow;
  fileDeal: FileDealRow;
  webForm: WebFormRow;
  broughtFile: BroughtFileRow;
  sheetWatch: SheetWatchRow;
  webFormLead: { formId: WebFormId; leadId: LeadId; at: number; bodyHash: string };
  import: ImportRow;
  importMade: { importId: ImportId; leadId: LeadId; eventId: string; goneAt: number | null };
  importRefusal: {
    importId: ImportId;
    line: number;
    columnName: string | null;
    reason: string;
    cells: Json<string[]>;
  };
  doorCount: DoorDay & { door: Door; lastAt: number };
  privateAnswer: { id: string; person: PersonId; text: string; at: number };
  jobRun: { job: string; occurrence: string; startedAt: number };
  idempotencyKey: { key: string; route: string; bodyHash: string; answer: string; createdAt: number };
}

/** The tables as the databases hold them. Rows never leave `store/`: each noun's file turns them into domain objects. */
import type { Generated } from 'kysely';

export interface LeadRow {
  id: string;
  email_key: string | null;
  phone_key: string | null;
  company_key: string | null;
  source: string;
  external_id: string | null;
  campaign: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  title: string | null;
  segment: string | null;
  region: string | null;
  company_size: string | null;
  message: string | null;
  reason: string | null;
  priority: string;
  fields: string;
  is_test: number;
  received_at: number;
  created_at: number;
  state: string;
  owner: string | null;
  claimed_at: number | null;
  contacted_at: number | null;
  verdict_at: number | null;
  verdict_by: string | null;
  closed_at: number | null;
  reject_reason: string | null;
  reject_detail: string | null;
  verdict_note: string | null;
  qualification: string | null;
  value_minor: number | null;
  currency: string | null;
  rests_until: string | null;
  snoozed_until: number | null;
  merged_into: string | null;
  active_at: number | null;
  open_since: number | null;
  card_channel: string | null;
  next_nag_at: number | null;
  version: number;
}

export interface LeadEventRow {
  id: string;
  lead_id: string;
  at: number;
  actor: string;
  kind: string;
  data: string;
  before: string | null;
}

export interface LeadMatchRow {
  lead_id: string;
  earlier_id: string;
  by: string;
  found_at: number;
  told: string | null;
  decision: string | null;
  decided_by: string | null;
  decided_at: number | null;
}

export interface NagRow {
  id: string;
  lead_id: string;
  promise: string;
  step: string;
  cycle_at: number;
  sent_at: number;
}

export interface PersonRow {
  id: string;
  name: string | null;
  timezone: string | null;
  is_bot: number;
  gone_at: number | null;
  gone_told: number;
  hours: string | null;
  region: string | null;
  leave: string;
  moved_at: number | null;
  synced_at: number;
  updated_at: number;
}

export interface OutboxRow {
  seq: Generated<number>;
  id: string;
  kind: string;
  ref: string;
  dedupe_key: string;
  target: string;
  thread_of: string | null;
  status: 'pending' | 'sending' | 'sent' | 'failed' | 'cancelled';
  lane: 'check' | 'home' | 'edit' | 'post';
  generation: number;
  attempts: number;
  next_attempt_at: number;
  lease_token: string | null;
  lease_until: number | null;
  doubt_since: number | null;
  doubt_checks: number;
  plainness: number;
  unthreaded: number;
  shown_hash: string | null;
  last_failure: string | null;
  created_at: number;
  armed_at: number;
  sent_at: number | null;
}

interface SlackMessageRow {
  key: string;
  channel: string;
  ts: string;
  posted_at: number;
}

interface SettingRow {
  key: string;
  value: string;
  updated_at: number;
  updated_by: string;
}

export interface RejectReasonRow {
  code: string;
  label: string;
  consequence: string;
  outcome: string;
  days: number | null;
  needs: string | null;
  implies_contact: number;
  counts: number;
  who_acts: string;
  position: number;
  retired_at: number | null;
}

export interface DefinitionRow {
  version: number;
  criteria: string;
  proposed_by: string;
  proposed_at: number;
  signed_by_marketing: string | null;
  signed_by_sales: string | null;
  signed_at: number | null;
  ask_marketing: string | null;
  ask_sales: string | null;
  channel: string | null;
  replaced_at: number | null;
}

interface AuditLogRow {
  id: string;
  at: number;
  person: string;
  what: string;
  before: string;
  after: string;
}

interface SpendRow {
  id: string;
  dedupe_key: string;
  side: string;
  source: string | null;
  campaign: string | null;
  from_date: string;
  to_date: string;
  amount_minor: number;
  currency: string;
  recorded_at: number;
  recorded_by: string;
}

export interface InsightRequestRow {
  id: string;
  submission: string;
  asked_by: string;
  asked_at: number;
  kind: string;
  topic: string;
  segment: string | null;
  product: string | null;
  purpose: string;
  asked_people: string;
  due_date: string;
  state: string;
  channel: string | null;
  version: number;
}

export interface InsightReplyRow {
  id: string;
  request_id: string;
  person: string;
  at: number;
  kind: string;
  note: string | null;
  named_person: string;
}

export interface StoryRow {
  id: string;
  submission: string;
  request_id: string | null;
  lead_id: string | null;
  told_by: string;
  told_at: number;
  state: string;
  data: string;
  segment: string | null;
  link: string | null;
  card_target: string | null;
  version: number;
}

export interface StoryEventRow {
  id: string;
  story_id: string;
  at: number;
  actor: string;
  kind: string;
  note: string | null;
}

export interface FetchJobRow {
  vendor: string;
  object_id: string;
  body: string;
  state: string;
  attempts: number;
  next_attempt_at: number;
  last_failure: string | null;
  created_at: number;
}

export interface StandRow {
  person: string;
  channel: string;
  day: string;
  source: string;
  claims: number;
  saved: number;
}

export interface Schema {
  lead: LeadRow;
  lead_event: LeadEventRow;
  lead_match: LeadMatchRow;
  nag: NagRow;
  routing_turn: { rule: string; turn: string };
  nag_receipt: { nag_id: string; hearer: string; how: string; day: string };
  person: PersonRow;
  stand: StandRow;
  outbox: OutboxRow;
  slack_message: SlackMessageRow;
  trouble: { subject: string; code: string; sentence: string; since: number; probe_at: number };
  pace: { bucket: string; next_at: number };
  home_seen: { person: string; seen_at: number };
  setting: SettingRow;
  reject_reason: RejectReasonRow;
  definition: DefinitionRow;
  audit_log: AuditLogRow;
  spend: SpendRow;
  scorecard: { week: string; data: string; published_at: number };
  insight_request: InsightRequestRow;
  insight_reply: InsightReplyRow;
  story: StoryRow;
  story_event: StoryEventRow;
  fetch_job: FetchJobRow;
  job_run: { job: string; occurrence: string; started_at: number };
  idempotency_key: { key: string; route: string; body_hash: string; answer: string; created_at: number };
}

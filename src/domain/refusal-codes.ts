/**
 * Everything that the rules, the use cases and the store can refuse, as codes: what kind of refusal each is, and the facts that its
 * sentence needs. The sentences stand in sentences/, one catalog a language.
 */
import type { ErrorKind } from '../errors.ts';
import type { VendorDoor } from './delivery/door.ts';
import type { LeadAct, LeadState } from './lead/lead-state.ts';
import type { Use } from './story/permission.ts';
import type { StoryState } from './story/story-state.ts';
import type { Actor, PersonId } from './team/actor.ts';
import type { Exclusion } from './team/identity.ts';
import type { Shift } from './time/shift.ts';

interface Entry<Facts> {
  kind: ErrorKind;
  /** Exists in types alone. */
  facts?: Facts;
}

export type None = Record<never, never>;

function of<Facts extends object = None>(kind: ErrorKind): Entry<Facts> {
  return { kind };
}

interface Limit {
  most: number;
}

const LEAD = {
  lead_not_found: of('not_found'),
  /** Somebody else was faster, by so many ms. */
  lead_claimed_before: of<{ by: PersonId | null; aheadMs: number }>('conflict'),
  /** To somebody who has not taken it yet. */
  lead_given: of<{ owner: PersonId }>('conflict'),
  /** `at`: since when it is so, epoch ms. */
  lead_moved_on: of<{ state: LeadState; by: PersonId | null; at: number | null }>('stale'),
  lead_not_yours: of<{ owner: PersonId | null; what?: LeadAct }>('forbidden'),
  lead_with_marketing: of('forbidden'),
  lead_not_won: of('stale'),
  lead_theirs_already: of('invalid'),
  nothing_to_undo: of('stale'),
  /** Null: it was Tango's, or the CRM's. */
  undo_not_yours: of<{ by: PersonId | null }>('forbidden'),
  undo_too_late: of<{ minutes: number }>('forbidden'),
  definition_changed: of('stale'),
  exception_needed: of<{ missing: readonly string[] }>('invalid'),
  attempts_needed: of('invalid'),
  note_needed: of('invalid'),
  duplicate_needed: of('invalid'),
  /** Itself, or what has been merged into it. */
  duplicate_of_itself: of('invalid'),
  duplicate_not_there: of('invalid'),
  rest_date_needed: of('invalid'),
  day_not_later: of('invalid'),
  rest_too_long: of<{ years: number }>('invalid'),
  snooze_unclaimed: of('forbidden'),
  lead_not_snoozed: of('stale'),
  snooze_too_long: of<Limit>('invalid'),
  close_day_ahead: of('invalid'),
  close_day_before_arrival: of('invalid'),
  match_decided: of<{ by: Actor; kind: 'merged' | 'kept_apart' }>('stale'),
  match_not_yours: of<{ owners: readonly PersonId[] }>('forbidden'),
  reach_needed: of('invalid'),
  nobody_named: of('invalid'),
  /** Some program's, where a name is asked for. */
  name_is_id: of('invalid'),
  arrival_ahead: of('invalid'),
  no_email: of('invalid'),
  no_phone: of('invalid'),
  unreachable: of('invalid'),
  same_reach_again: of('invalid'),
  same_person_again: of('invalid'),
  nothing_mended: of('invalid'),
  message_is_lead: of<{ by: PersonId | null }>('conflict'),
  id_and_person_differ: of<{ externalId: string }>('conflict'),
  id_of_another: of<{ externalId: string }>('conflict'),
  outcome_names_no_lead: of('invalid'),
  no_lead_of_person: of('not_found'),
  no_lead_of_id: of<{ id: string }>('not_found'),
  no_lead_of_external_id: of<{ externalId: string }>('not_found'),
  /** By name; '' for none. */
  lead_of_another_source: of<{ externalId: string; sources: readonly string[] }>('not_found'),
  several_leads_of_external_id: of<{ externalId: string }>('conflict'),
} as const;

const REASON = {
  reason_not_listed: of('not_found'),
  /** It was chosen in a form that was open while somebody retired it. */
  reason_gone: of('invalid'),
  last_reason: of('conflict'),
  too_many_reasons: of<Limit>('conflict'),
  reason_label_length: of<Limit>('invalid'),
  reason_label_taken: of<{ isRetired: boolean }>('invalid'),
  rest_days_needed: of<Limit>('invalid'),
} as const;

const INSIGHT = {
  request_not_found: of('not_found'),
  request_answered: of<{ askedBy: PersonId }>('stale'),
  due_date_past: of('invalid'),
  nobody_to_ask: of('invalid'),
  named_yourself: of('invalid'),
  named_the_asker: of('invalid'),
  story_not_found: of('not_found'),
  story_not_yours: of<{ toldBy: PersonId }>('forbidden'),
  story_not_asked_back: of('stale'),
  story_moved_on: of<{ state: StoryState }>('stale'),
  story_not_yours_to_decide: of<{ askedBy: PersonId | null }>('forbidden'),
  story_internal: of<{ toldBy: PersonId }>('forbidden'),
  story_without_substance: of('invalid'),
  story_number_needed: of('invalid'),
  story_words_needed: of('invalid'),
  uses_contradict: of<{ uses: readonly Use[] }>('invalid'),
  consent_needed: of('invalid'),
  consent_over: of('invalid'),
  uses_not_permitted: of<{ uses: readonly Use[] }>('invalid'),
  exception_reason_needed: of('invalid'),
  link_needed: of('invalid'),
} as const;

const REJECTS = {
  rejects_not_found: of('not_found'),
  rejects_answered: of<{ by: PersonId }>('stale'),
  rejects_undone: of('stale'),
  rejects_not_yours: of<{ owner: PersonId | null }>('forbidden'),
  rejects_not_answered: of('stale'),
  answer_not_yours: of<{ by: PersonId }>('forbidden'),
  answer_too_late: of<{ minutes: number }>('forbidden'),
  change_needed: of('invalid'),
  sentence_needed: of('invalid'),
} as const;

const TEAM = {
  /** `membersOnly`: whatever the settings let others do. */
  may_not_act: of<{ why: Exclusion; membersOnly: boolean }>('forbidden'),
  /** Null: of no name that we know. `unknown`: Slack could not be asked. */
  cannot_be_chosen: of<{
    person: PersonId;
    name: string | null;
    why: Exclusion | 'unknown';
    membersOnly: boolean;
  }>('invalid'),
  /** Slack could not be asked who it is. */
  identity_unsure: of('unavailable'),
  home_list_not_yours: of('forbidden'),
  managers_only: of<{ managers: readonly PersonId[] }>('forbidden'),
  leads_channel_needed: of('invalid'),
  manager_needed: of('invalid'),
  group_empty: of<{ handle: string }>('invalid'),
  /** It is gone, or Slack has not told of it yet. */
  group_unknown: of('invalid'),
  too_many_people: of<Limit>('invalid'),
  weekdays_needed: of('invalid'),
  start_needed: of('invalid'),
  end_before_start: of('invalid'),
  unknown_zone: of('invalid'),
  unknown_region: of('invalid'),
  no_day_off: of<{ text: string }>('invalid'),
  too_many_days_off: of<Limit>('invalid'),
  time_needed: of('invalid'),
  target_unit_needed: of<{ amount: string }>('invalid'),
  target_needed: of<{ mostDays: number }>('invalid'),
  leave_ends_before_start: of('invalid'),
  leave_over: of('invalid'),
  leave_too_far: of('invalid'),
  hours_too_long_at_night: of('invalid'),
  too_many_shifts: of<Limit>('invalid'),
  shifts_overlap: of<{ shifts: readonly [Shift, Shift] }>('invalid'),
  unknown_holiday_region: of('invalid'),
  unknown_person: of<{ name: string }>('not_found'),
  own_time_not_yours: of('forbidden'),
  no_working_time: of('invalid'),
  rule_removed: of('stale'),
  too_many_rules: of<Limit>('invalid'),
  rule_people_needed: of('invalid'),
  rule_twice_not_among: of('invalid'),
  rule_cap: of<Limit>('invalid'),
} as const;

type Side = 'marketing' | 'sales';

const DEFINITION = {
  proposal_not_found: of('not_found'),
  proposers_only: of('forbidden'),
  proposal_channel_needed: of('conflict'),
  signed_already: of('conflict'),
  side_signed_already: of<{ by: PersonId | null; side: Side }>('conflict'),
  other_asked_to_sign: of<{ person: PersonId | null; side: Side }>('forbidden'),
  cannot_sign_for: of<{ side: Side }>('invalid'),
  one_for_both_sides: of('invalid'),
  criteria_needed: of('invalid'),
  too_many_criteria: of<Limit & { count: number }>('invalid'),
  criterion_empty: of('invalid'),
  criterion_too_long: of<Limit & { label: string }>('invalid'),
  criterion_twice: of<{ label: string }>('invalid'),
} as const;

/** Of whatever both sides sign. */
const SIGNING = {
  proposal_ended: of<{ how: 'declined' | 'withdrawn' | 'replaced'; by: PersonId | null }>('stale'),
  proposal_counts: of('stale'),
  proposal_not_yours: of<{ by: PersonId }>('forbidden'),
  decline_reason_needed: of('invalid'),
} as const;

const GOAL = {
  goal_not_found: of('not_found'),
  goal_proposed_already: of<{ by: PersonId }>('conflict'),
  goal_period_over: of<{ period: string }>('invalid'),
  goal_count_needed: of<Limit>('invalid'),
  goal_amount_needed: of('invalid'),
  no_period: of<{ text: string }>('invalid'),
} as const;

const MONEY = {
  /** An earlier amount for some of the days, or all of them, of which nobody knows whether this one stands for it. */
  spend_overlaps: of<{ id: string; from: string; to: string; amount: { minor: number; currency: string } }>(
    'conflict',
  ),
  spend_not_found: of('not_found'),
  spend_replaced: of('stale'),
  spend_not_yours: of<{ people: readonly PersonId[] }>('forbidden'),
  spend_note_needed: of('invalid'),
  spend_note_length: of<Limit>('invalid'),
  spend_side_needed: of('invalid'),
  spend_days_unreadable: of('invalid'),
  spend_days_backwards: of('invalid'),
  spend_days_too_many: of<{ years: number }>('invalid'),
  spend_days_ahead: of('invalid'),
  no_currency: of<{ text: string }>('invalid'),
  no_amount: of<{ text: string }>('invalid'),
  amount_too_large: of<{ text: string }>('invalid'),
  amount_not_finite: of('invalid'),
  amount_unreadable: of('invalid'),
  amount_two_readings: of<{ readings: readonly [string, string] }>('invalid'),
  currency_contradicts: of<{ written: readonly string[]; said: string }>('invalid'),
  currency_unclear: of<{ written: readonly string[] }>('invalid'),
} as const;

const IMPORT = {
  import_not_found: of<{ id: string }>('not_found'),
  import_undone: of('conflict'),
} as const;

const WEB_FORM = {
  web_form_not_found: of('not_found'),
  /** Of marketing and the managers. */
  web_forms_not_yours: of<{ people: readonly PersonId[] }>('forbidden'),
  /** TANGO_KEY is not set. */
  secrets_need_key: of('conflict'),
  web_form_of_vendor: of<{ door: VendorDoor }>('conflict'),
  web_form_name_length: of<Limit>('invalid'),
  web_form_name_taken: of<{ name: string }>('conflict'),
  web_form_source_length: of<Limit>('invalid'),
} as const;

const BROUGHT_FILE = {
  brought_file_not_found: of('not_found'),
  /** Somebody else decides about it. */
  brought_file_not_yours: of('forbidden'),
  /** Of marketing and the managers; of deals: of the managers. */
  files_not_yours: of<{ people: readonly PersonId[]; ofDeals: boolean }>('forbidden'),
  /** It has been decided about. */
  brought_file_decided: of('conflict'),
  /** Slack wants to be asked again in so many ms who the people of a file are. */
  people_asked_later: of<{ waitMs: number }>('unavailable'),
  field_chosen_twice: of<{ field: string }>('invalid'),
} as const;

const SOURCE = {
  sources_not_yours: of<{ people: readonly PersonId[] }>('forbidden'),
  source_not_known: of<{ name: string }>('not_found'),
  /** Somebody has merged it meanwhile, or taken it back. */
  source_gone: of('stale'),
  name_length: of<Limit>('invalid'),
  /** `name`: of the one that has this spelling. */
  spelling_taken: of<{ name: string }>('invalid'),
  merged_into_itself: of('invalid'),
  campaigns_of_two_sources: of('invalid'),
  split_nothing_chosen: of('invalid'),
  split_name_stays: of<{ name: string }>('invalid'),
  campaign_ends_before_start: of('invalid'),
  source_change_undone: of('stale'),
  source_changed_since: of('conflict'),
  nothing_changed_there: of('stale'),
  /** On the command line. */
  merge_needs_into: of<{ words: string }>('invalid'),
} as const;

const PROGRAM = {
  field_needed: of('invalid'),
  answers_need_another_look: of('invalid'),
  /** `current`: the week that it is now. */
  week_not_yet: of<{ week: string; current: string }>('not_found'),
  no_week: of<{ text: string }>('invalid'),
  no_report_day: of<{ text: string }>('invalid'),
  range_backwards: of<{ from: string; to: string }>('invalid'),
  key_used_before: of('invalid'),
  database_unavailable: of('unavailable'),
  database_missing: of<{ file: string }>('not_found'),
  database_empty: of('not_found'),
  database_has_bot: of<{ file: string }>('conflict'),
  database_damaged: of<{ file: string; found: string }>('conflict'),
  database_no_sqlite: of<{ file: string }>('invalid'),
  /** `code`: the system's word or SQLite's. */
  database_not_writable: of<{ file: string; code: string }>('conflict'),
  /** `step`: one that this version does not know. */
  database_newer: of<{ step: string }>('conflict'),
  /** `missing`: columns; null when it is the whole table. */
  schema_differs: of<{ table: string; missing: readonly string[] | null; unknown: readonly string[] }>(
    'conflict',
  ),
  postgres_unreachable: of<{ host: string; code: string }>('unavailable'),
  postgres_login_refused: of<{ host: string; user: string }>('forbidden'),
  postgres_database_missing: of<{ host: string; name: string }>('not_found'),
  postgres_no_rights: of<{ name: string; user: string }>('forbidden'),
  file_missing: of<{ file: string }>('not_found'),
  file_is_the_database: of<{ file: string }>('invalid'),
  file_is_no_copy: of<{ file: string }>('conflict'),
  file_in_use: of<{ file: string; doing: 'backup' | 'restore' }>('conflict'),
  file_damaged: of<{ file: string; found: string }>('invalid'),
  file_without_tango: of<{ file: string }>('invalid'),
  file_no_sqlite: of<{ file: string }>('invalid'),
  database_is_postgres: of<{ instead: string }>('invalid'),
} as const;

export const REFUSALS = {
  ...LEAD,
  ...REASON,
  ...INSIGHT,
  ...REJECTS,
  ...TEAM,
  ...DEFINITION,
  ...SIGNING,
  ...GOAL,
  ...IMPORT,
  ...MONEY,
  ...WEB_FORM,
  ...BROUGHT_FILE,
  ...SOURCE,
  ...PROGRAM,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export type FactsOf<C extends RefusalCode> = NonNullable<(typeof REFUSALS)[C]['facts']>;

/**
 * The audit log: what people have changed about how the team works — settings, reject reasons, the definition of "qualified" — with who,
 * when, and what it was before. Nothing is ever taken out of it.
 *
 * Values are kept as they were at the time, with all that is needed to say them: an old entry can be read whatever has become of the
 * setting since. Its words are in sentences/; entries of before are kept in the words they were written in.
 * Shown by slack/views/team/audit-log-modal. Stored by store/team/audit-log.
 */
import type { Criterion } from '../definition/definition.ts';
import type { GoalKind } from '../goal/kinds.ts';
import type { Period } from '../goal/period.ts';
import type { GoalTarget } from '../goal/target.ts';
import type { ReasonOutcome } from '../reject-reason/reject-reason.ts';
import type { RoutingRule } from '../routing/routing.ts';
import type { Use } from '../story/permission.ts';
import type { StoryTitle } from '../story/story-title.ts';
import type { Hours } from '../time/shift.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { QuestionMeaning } from '../web-form/web-form.ts';
import type { Actor, PersonId } from './actor.ts';
import type { GroupId } from './office.ts';
import type { Leave, OwnHours } from './person.ts';
import type { SettingName } from './setting-name.ts';
import type { SignedEnd } from './signing.ts';

export type AuditSubject =
  | { code: SettingName }
  | { code: 'own_hours' | 'own_region' | 'leave' | 'reject_reason' | 'reject_reason_order' }
  | ({ code: 'rule' | 'rule_people' | 'rule_twice' } & Pick<RoutingRule, 'sources' | 'regions'>)
  | { code: 'proposal' | 'signature'; version: number }
  | { code: 'definition'; version: number; replaced: number }
  /** A proposal for the definition that was declined or withdrawn. */
  | { code: 'proposal_ended'; how: SignedEnd['how']; version: number }
  | { code: 'goal'; did: GoalDeed; kind: GoalKind; period: Period; version: number }
  /** A source or a campaign; `isUndone`: it was taken back. */
  | { code: 'source' | 'campaign'; did: SourceDeed; name: string; isUndone?: boolean | undefined }
  /** A form that has an address of its own, or whose questions have been given a meaning. */
  | { code: 'web_form'; did: FormDeed; name: string }
  /** A story was published with what the customer does not permit. */
  | { code: 'exception'; title: StoryTitle }
  | { code: 'in_words'; text: string };

/** Null: nothing was there. A text is said as it is. */
export type AuditValue =
  | null
  | string
  /** Groups: user groups of Slack; left out where there are none. */
  | { people: PersonId[]; groups?: GroupId[] | undefined }
  | { channel: string }
  | { contactShownTo: 'channel' | 'owner' }
  | { isOn: boolean }
  | { weekdays: number[] }
  | { hours: Hours }
  /** `since`: the day from which they hold. */
  | { ownHours: OwnHours | null; since: string | null }
  | { region: string | null }
  | { daysOff: string[] }
  | { within: WorkingTime }
  | { scorecardAt: { weekday: number; time: string } }
  | { leave: readonly Leave[] }
  | { rule: Pick<RoutingRule, 'sources' | 'regions' | 'mode' | 'cap'> }
  | { reason: AuditedReason }
  | { labels: string[] }
  | { criteria: Criterion[] }
  | { signed: 'by_one_side' }
  | { goal: GoalTarget }
  | { exception: { uses: Use[]; reason: string } }
  /** Of what is not shown: that there was one, and that it is another. */
  | { secret: 'old' | 'new' }
  /** Of a form's questions, those that changed; null: nobody knew. */
  | { meanings: Record<string, QuestionMeaning | null> };

export const SOURCE_DEEDS = [
  ...(['renamed', 'owner', 'spelling', 'merged', 'split', 'brief', 'days', 'guess'] as const),
] as const;
export type SourceDeed = (typeof SOURCE_DEEDS)[number];

export const FORM_DEEDS = ['made', 'removed', 'address', 'signature', 'questions'] as const;
export type FormDeed = (typeof FORM_DEEDS)[number];

export const GOAL_DEEDS = ['proposed', 'counts', 'declined', 'withdrawn'] as const;
export type GoalDeed = (typeof GOAL_DEEDS)[number];

export interface AuditedReason {
  label: string;
  outcome: ReasonOutcome;
  consequence: string | null;
  whoActs: string | null;
  isRetired: boolean;
}

export interface AuditChange {
  what: AuditSubject;
  before: AuditValue;
  after: AuditValue;
}

export interface AuditEntry extends AuditChange {
  id: string;
  at: number;
  person: Actor;
}

/** False where nothing is other than it was: the log holds changes alone. */
export function isChange({ before, after }: Pick<AuditChange, 'before' | 'after'>): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

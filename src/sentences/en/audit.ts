/** The audit log and the settings in words. */
import { criteriaText } from '../../domain/definition/criteria.ts';
import type {
  AuditedReason,
  AuditSubject,
  AuditValue,
  FormDeed,
  GoalDeed,
  SourceDeed,
} from '../../domain/team/audit.ts';
import type { SettingName } from '../../domain/team/setting-name.ts';
import type { QuestionMeaning } from '../../domain/web-form/web-form.ts';
import type { Voice } from '../voice.ts';
import { GOAL_NAMES, sayTarget } from './goal.ts';
import { sayHours, sayShifts } from './own-hours.ts';
import { sayPeriod } from './period.ts';
import { sayConsequence, sayWhoActs } from './reject-reason.ts';
import { ruleTitle, sayRule } from './routing.ts';
import { sayTitle, sayUses } from './story.ts';
import { sayWeekday, sayWeekdays } from './time.ts';
import { MEANING_WORDS } from './web-form.ts';
import { sayWorkingTime } from './working-time.ts';

/** As the form of the settings calls them. */
export const SETTING_WORDS: Record<SettingName, string> = {
  leads_channel: 'Leads channel',
  field_channel: 'Field channel',
  marketing_channel: 'Marketing channel',
  scorecard_channel: 'Scorecard channel',
  managers: 'Managers',
  marketers: 'Marketers',
  weekdays: 'Working days',
  hours: 'Working hours',
  timezone: 'Time zone',
  region: 'Public holidays of',
  days_off: 'Days off',
  claim_hot: 'Claim, hot',
  claim_standard: 'Claim, standard',
  contact_hot: 'First contact, hot',
  contact_standard: 'First contact, standard',
  verdict_hot: 'Verdict, hot',
  verdict_standard: 'Verdict, standard',
  contact_shown_to: 'How to reach a lead',
  scorecard_at: 'Scorecard',
  guests_act: 'Guests of this workspace take part',
  connected_act: 'People of connected companies take part',
  shown_to_connected: 'How to reach leads, and money, in shared channels',
};

/** Plain text: it may hold what people have typed. */
export function sayAuditSubject(subject: AuditSubject): string {
  switch (subject.code) {
    case 'own_hours':
      return 'Own hours';
    case 'own_region':
      return 'Own holidays';
    case 'leave':
      return 'Leave';
    case 'reject_reason':
      return 'Reject reason';
    case 'reject_reason_order':
      return 'Order of reject reasons';
    case 'rule':
      return `Whose turn: ${ruleTitle(subject)}`;
    case 'rule_people':
      return `Whose turn: ${ruleTitle(subject)}, people`;
    case 'rule_twice':
      return `Whose turn: ${ruleTitle(subject)}, twice as many`;
    case 'proposal':
      return `Proposal for the definition of “qualified”, version ${subject.version}`;
    case 'signature':
      return `Definition of “qualified”, version ${subject.version}`;
    case 'definition':
      return `Definition of “qualified”, version ${subject.version} in place of ${subject.replaced}`;
    case 'proposal_ended':
      return `Proposal for the definition of “qualified”, version ${subject.version}, ${subject.how}`;
    case 'goal':
      return `Goal, ${GOAL_NAMES[subject.kind]}, ${sayPeriod(subject.period)}: ${GOAL_DEEDS[subject.did]}`;
    case 'exception':
      return `Published without permission: ${sayTitle(subject.title)}`;
    case 'web_form':
      return `Form “${subject.name}”: ${FORM_DEEDS[subject.did]}`;
    case 'source':
    case 'campaign':
      return sayNamed(subject);
    case 'in_words':
      return subject.text;
    default:
      return SETTING_WORDS[subject.code];
  }
}

/** As people see what was done to a source or a campaign. */
const DEEDS: Record<SourceDeed, string> = {
  renamed: 'name',
  owner: 'owner',
  spelling: 'also written',
  merged: 'merged',
  split: 'taken apart',
  brief: 'brief',
  days: 'days',
  guess: 'not the same',
};

const GOAL_DEEDS: Record<GoalDeed, string> = {
  proposed: 'proposed',
  counts: 'signed by both sides',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

/** As people see what was done to a form. */
const FORM_DEEDS: Record<FormDeed, string> = {
  made: 'made, for the source',
  removed: 'removed',
  address: 'address',
  signature: 'secret of its signatures',
  questions: 'what its questions mean',
};

function sayNamed({ code, name, did, isUndone = false }: Extract<AuditSubject, { did: SourceDeed }>): string {
  const of = code === 'source' ? 'Source' : 'Campaign';
  return `${of} “${name}”: ${DEEDS[did]}${isUndone ? ', taken back' : ''}`;
}

export function sayAuditValue(value: AuditValue, voice: Voice): string {
  if (value === null) return 'not set';
  if (typeof value === 'string') return inLines(value, voice);
  if ('people' in value) return sayPeople(value, voice);
  if ('channel' in value) return voice.channel(value.channel);
  if ('secret' in value) return value.secret === 'old' ? 'the one before' : 'a new one';
  if ('meanings' in value) return inLines(sayMeanings(value.meanings), voice);
  return inLines(plain(value), voice);
}

function sayPeople({ people, groups = [] }: Named, voice: Voice): string {
  return (
    [...people.map((id) => voice.person(id)), ...groups.map((id) => voice.group(id))].join(', ') || 'nobody'
  );
}

function inLines(text: string, voice: Voice): string {
  return text.split('\n').map(voice.text).join('\n');
}

type Named = Extract<AuditValue, { people: unknown }>;
type OfForm = { secret: unknown } | { meanings: unknown };
type Worded = Exclude<AuditValue, null | string | Named | { channel: string } | OfForm>;

function sayOwnHours({ ownHours, since }: Extract<AuditValue, { ownHours: unknown }>): string {
  return since ? `${sayHours(ownHours)}, from ${since} on` : sayHours(ownHours);
}

function plain(value: Worded): string {
  if ('contactShownTo' in value) return CONTACT[value.contactShownTo];
  if ('isOn' in value) return value.isOn ? 'yes' : 'no';
  if ('weekdays' in value) return sayWeekdays(value.weekdays);
  if ('ownHours' in value) return sayOwnHours(value);
  if ('hours' in value) return sayShifts(value.hours);
  if ('region' in value) return value.region ?? 'no region';
  if ('daysOff' in value) return value.daysOff.join(', ') || 'none';
  if ('within' in value) return `within ${sayWorkingTime(value.within)}`;
  if ('scorecardAt' in value) return `${sayWeekday(value.scorecardAt.weekday)}, ${value.scorecardAt.time}`;
  if ('leave' in value) return value.leave.map(({ from, to }) => `${from} to ${to}`).join(', ');
  if ('rule' in value) return sayRule(value.rule);
  if ('reason' in value) return sayReason(value.reason);
  if ('labels' in value) return value.labels.join(' · ');
  if ('criteria' in value) return criteriaText(value.criteria);
  if ('goal' in value) return sayTarget(value.goal);
  if ('exception' in value) return `${sayUses(value.exception.uses)}: ${value.exception.reason}`;
  return 'signed by one side';
}

function sayMeanings(meanings: Record<string, QuestionMeaning | null>): string {
  return Object.entries(meanings)
    .map(
      ([question, meaning]) => `${question}: ${meaning === null ? 'not understood' : MEANING_WORDS[meaning]}`,
    )
    .join('\n');
}

const CONTACT = { channel: 'Shown to the whole channel', owner: 'Shown to the owner only' } as const;

function sayReason(reason: AuditedReason): string {
  const { label, outcome, isRetired } = reason;
  const follows = sayConsequence({ consequence: null, outcome });
  const words = sayConsequence(reason);
  const said = words === follows ? words : `${words}: ${follows}`;
  return `${label} (${said}; acts: ${sayWhoActs(reason)})${isRetired ? ', retired' : ''}`;
}

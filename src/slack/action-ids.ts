/**
 * Every id that a view sends out and a listener hears, with the codec of the value it carries. A value comes back from outside:
 * it is parsed, and what it may do is judged on the row.
 */
import type { InsightRequestId } from '../domain/insight/insight-request.ts';
import type { LeadId } from '../domain/lead/lead.ts';
import type { MessagePlace } from '../domain/lead/message-place.ts';
import type { StoryAbout } from '../domain/story/about.ts';
import type { StoryId } from '../domain/story/story.ts';
import { AppError } from '../errors.ts';

export const LEAD = {
  claim: 'lead_claim',
  contacted: 'lead_contacted',
  qualify: 'lead_qualify',
  reject: 'lead_reject',
  won: 'lead_won',
  lost: 'lead_lost',
  tellStory: 'lead_tell_story',
  mend: 'lead_mend',
  show: 'lead_show',
  menu: 'lead_menu',
} as const;

/** Whether a new lead and an earlier one are the same. */
export const CAME_BACK = {
  merge: 'lead_merge',
  keepApart: 'lead_keep_apart',
} as const;

export const LEAD_MODAL = {
  qualify: 'lead_qualify_modal',
  reject: 'lead_reject_modal',
  close: 'lead_close_modal',
  details: 'lead_details_modal',
  assign: 'lead_assign_modal',
  handOver: 'lead_hand_over_modal',
  snooze: 'lead_snooze_modal',
  mend: 'lead_mend_modal',
  jot: 'lead_jot_modal',
  message: 'lead_message_modal',
} as const;

/** Block ids of the modals' inputs, each with an element of the same action id. */
export const QUALIFY_FIELD = {
  criteria: 'criteria',
  exception: 'exception',
  amount: 'amount',
  nextStep: 'next_step',
  nextStepOn: 'next_step_on',
  note: 'note',
} as const;

export const REJECT_FIELD = {
  reason: 'reason',
  date: 'date',
  attempts: 'attempts',
  note: 'note',
} as const;

export const PASS_ON_FIELD = {
  person: 'person',
  note: 'note',
} as const;

export const SNOOZE_FIELD = { date: 'date' } as const;

export const MEND_FIELD = {
  name: 'name',
  title: 'title',
  company: 'company',
  email: 'email',
  phone: 'phone',
} as const;

export const CLOSE_FIELD = {
  amount: 'amount',
  currency: 'currency',
  on: 'on',
  reason: 'close_reason',
} as const;

/** Of `/lead` and of the message shortcut. The block ids carry the round besides, see `inRound`. */
export const JOT_FIELD = {
  source: 'source',
  name: 'name',
  company: 'company',
  reach: 'reach',
  ticks: 'ticks',
  message: 'message',
  segment: 'segment',
} as const;

export const JOT_TICK = { hot: 'hot', claim: 'claim' } as const;

export const SHORTCUT = { makeLead: 'make_lead' } as const;

/** Steps of Workflow Builder. */
export const STEP = { createLead: 'create_lead' } as const;

export const INSIGHT = {
  tell: 'insight_tell',
  knowsWho: 'insight_knows_who',
  cannotHelp: 'insight_cannot_help',
} as const;

export const INSIGHT_MODAL = {
  ask: 'insight_ask_modal',
  knowsWho: 'insight_knows_who_modal',
} as const;

export const ASK_FIELD = {
  kind: 'kind',
  topic: 'topic',
  segment: 'segment',
  product: 'product',
  purpose: 'purpose',
  people: 'people',
  dueDate: 'dueDate',
} as const;

export const KNOWS_WHO_FIELD = {
  named: 'named',
  note: 'note',
} as const;

export const STORY = {
  accept: 'story_accept',
  askBack: 'story_ask_back',
  decline: 'story_decline',
  publish: 'story_publish',
  tellMore: 'story_tell_more',
} as const;

export const STORY_MODAL = {
  tell: 'story_tell_modal',
  askBack: 'story_ask_back_modal',
  decline: 'story_decline_modal',
  publish: 'story_publish_modal',
} as const;

export const STORY_FIELD = {
  customer: 'customer',
  situation: 'situation',
  whatWeDid: 'whatWeDid',
  number: 'number',
  unit: 'unit',
  baseline: 'baseline',
  period: 'period',
  words: 'words',
  speaker: 'speaker',
  speakerTitle: 'speakerTitle',
  files: 'files',
  confidentiality: 'confidentiality',
  granted: 'granted',
  refused: 'refused',
  evidence: 'evidence',
  grantedBy: 'grantedBy',
  until: 'until',
} as const;

/** The one input of the modals for a question, a reason and a link. */
export const CLOSING_FIELD = { note: 'note' } as const;

/** Buttons about how the team works, in App Home and in the menu of the settings. */
export const SETTINGS = {
  open: 'settings_open',
  section: 'settings_section',
  reasons: 'settings_reasons',
  propose: 'settings_propose',
  audit: 'settings_audit',
} as const;

export const SETTINGS_MODAL = {
  menu: 'settings_menu_modal',
  channels: 'settings_channels_modal',
  people: 'settings_people_modal',
  hours: 'settings_hours_modal',
  promises: 'settings_promises_modal',
  contact: 'settings_contact_modal',
  scorecard: 'settings_scorecard_modal',
  audit: 'settings_audit_modal',
} as const;

/** Named as the problems that the domain finds in them. */
export const SETTINGS_FIELD = {
  leadsChannel: 'leadsChannel',
  fieldChannel: 'fieldChannel',
  marketingChannel: 'marketingChannel',
  scorecardChannel: 'scorecardChannel',
  managers: 'managers',
  marketers: 'marketers',
  weekdays: 'weekdays',
  from: 'from',
  to: 'to',
  timezone: 'timezone',
  region: 'region',
  daysOff: 'daysOff',
  contactShownTo: 'contactShownTo',
  weekday: 'weekday',
  time: 'time',
} as const;

export const REASON = {
  menu: 'reason_menu',
  add: 'reason_add',
  bringBack: 'reason_bring_back',
} as const;

export const REASON_MODAL = {
  list: 'reason_list_modal',
  add: 'reason_add_modal',
  reword: 'reason_reword_modal',
} as const;

export const REASON_FIELD = {
  label: 'label',
  outcome: 'outcome',
  days: 'days',
  needs: 'needs',
  impliesContact: 'impliesContact',
  consequence: 'consequence',
  whoActs: 'whoActs',
} as const;

export const DEFINITION = { sign: 'definition_sign', modal: 'definition_modal' } as const;

export const DEFINITION_FIELD = {
  criteria: 'criteria',
  marketing: 'marketing',
  sales: 'sales',
} as const;

export const COMMAND = {
  lead: '/lead',
  tango: '/tango',
  insight: '/insight',
  scorecard: '/scorecard',
} as const;

/** Whose turn it is for new leads. */
export const ROUTING = {
  add: 'routing_add',
  rule: 'routing_rule',
} as const;

export const ROUTING_MODAL = {
  list: 'routing_list_modal',
  rule: 'routing_rule_modal',
} as const;

export const ROUTING_FIELD = {
  sources: 'sources',
  regions: 'regions',
  mode: 'mode',
  people: 'people',
  twice: 'twice',
  cap: 'cap',
} as const;

const ID = /^[A-Za-z0-9_-]{1,64}$/;

export function parseLeadId(value: string | undefined): LeadId {
  if (value === undefined || !ID.test(value)) throw new AppError('invalid', 'This button names no lead.');
  return value as LeadId;
}

export function parseRequestId(value: string | undefined): InsightRequestId {
  if (value === undefined || !ID.test(value)) throw new AppError('invalid', 'This button names no request.');
  return value as InsightRequestId;
}

export function parseStoryId(value: string | undefined): StoryId {
  if (value === undefined || !ID.test(value)) throw new AppError('invalid', 'This button names no story.');
  return value as StoryId;
}

/** The story modal carries what is being told about. */
export const storyAbout = {
  encode: ({ kind, id }: StoryAbout): string => `${kind}:${id}`,
  decode: (text: string): StoryAbout => {
    const [kind, id] = text.split(':');
    if (kind === 'request') return { kind, id: parseRequestId(id) };
    return kind === 'lead' ? { kind, id: parseLeadId(id) } : { kind: 'story', id: parseStoryId(id) };
  },
};

/** What the ⋯ menu of a card offers. */
const LEAD_MENU = [
  'assign',
  'hand_over',
  'snooze',
  'release',
  'undo',
  'reopen',
  'mend',
  'split',
  'details',
] as const;
export type LeadMenuChoice = (typeof LEAD_MENU)[number];

export const leadMenuValue = {
  encode: (choice: LeadMenuChoice, leadId: LeadId): string => `${choice}:${leadId}`,
  decode: (value: string | undefined): { choice: LeadMenuChoice; leadId: LeadId } => {
    const [name, id] = value?.split(':') ?? [];
    const choice = LEAD_MENU.find((known) => known === name);
    if (!choice) throw new AppError('invalid', 'This menu entry is not known any more.');
    return { choice, leadId: parseLeadId(id) };
  },
};

/** A modal carries the lead that it is about, and for the closing which way. */
export const closeModalData = {
  encode: (leadId: LeadId, outcome: 'won' | 'lost'): string => `${outcome}:${leadId}`,
  decode: (text: string): { leadId: LeadId; outcome: 'won' | 'lost' } => {
    const [outcome, id] = text.split(':');
    return { outcome: outcome === 'lost' ? 'lost' : 'won', leadId: parseLeadId(id) };
  },
};

/** What the ⋯ menu of a reason offers. */
const REASON_MENU = ['reword', 'up', 'down', 'retire'] as const;
export type ReasonMenuChoice = (typeof REASON_MENU)[number];

export const reasonMenuValue = {
  encode: (choice: ReasonMenuChoice, code: string): string => `${choice}:${code}`,
  decode: (value: string | undefined): { choice: ReasonMenuChoice; code: string } => {
    const [name, ...code] = value?.split(':') ?? [];
    const choice = REASON_MENU.find((known) => known === name);
    if (!choice) throw new AppError('invalid', 'This menu entry is not known any more.');
    return { choice, code: code.join(':') };
  },
};

export function parseVersion(value: string | undefined): number {
  if (value === undefined || !/^\d{1,6}$/.test(value))
    throw new AppError('invalid', 'This button names no version.');
  return Number(value);
}

/** Slack keeps what was typed by the ids of block and element: a fresh form in the same window needs blocks of its own. */
export const inRound = {
  encode: (field: string, round: string): string => `${field}/${round}`,
  decode: (blockId: string): string => blockId.split('/')[0] ?? blockId,
};

/** The form of `/lead` carries which filling-in it is, and where it was opened. */
export const jotModalData = {
  encode: (round: string, channel: string): string => `${round}/${channel}`,
  decode: (text: string): { round: string; channel: string } => {
    const [round = '', channel = ''] = text.split('/');
    if (!ID.test(round) || !ID.test(channel))
      throw new AppError('invalid', 'This form is not known any more.');
    return { round, channel };
  },
};

const TS = /^\d{1,12}\.\d{1,8}$/;

/** The form of the message shortcut carries which message it is about. */
export const messageModalData = {
  encode: ({ channel, ts, threadTs, domain }: MessagePlace): string =>
    [channel, ts, threadTs, domain ?? ''].join('/'),
  decode: (text: string): MessagePlace => {
    const [channel = '', ts = '', threadTs = '', domain = ''] = text.split('/');
    if (!ID.test(channel) || !TS.test(ts) || !TS.test(threadTs)) {
      throw new AppError('invalid', 'This message is not known any more.');
    }
    return { channel, ts, threadTs, domain: ID.test(domain) ? domain : null };
  },
};

/** What the ⋯ menu of a routing rule offers. */
const RULE_MENU = ['edit', 'remove'] as const;
export type RuleMenuChoice = (typeof RULE_MENU)[number];

export const ruleMenuValue = {
  encode: (choice: RuleMenuChoice, ruleId: string): string => `${choice}:${ruleId}`,
  decode: (value: string | undefined): { choice: RuleMenuChoice; ruleId: string } => {
    const [name, id = ''] = value?.split(':') ?? [];
    const choice = RULE_MENU.find((known) => known === name);
    if (!choice || !ID.test(id)) throw new AppError('invalid', 'This rule is not known any more.');
    return { choice, ruleId: id };
  },
};

import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';

/** Buttons about how the team works, in App Home and in the menu of the settings. */
export const SETTINGS = {
  open: 'settings_open',
  section: 'settings_section',
  reasons: 'settings_reasons',
  propose: 'settings_propose',
  audit: 'settings_audit',
} as const;

/** Cards that came in bulk, in the managers' Home. */
export const BACKLOG = { stop: 'backlog_stop', post: 'backlog_post' } as const;

export const SETTINGS_MODAL = {
  menu: 'settings_menu_modal',
  channels: 'settings_channels_modal',
  people: 'settings_people_modal',
  admitted: 'settings_admitted_modal',
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
  managersGroups: 'managersGroups',
  marketersGroups: 'marketersGroups',
  admitted: 'admitted',
  showsToConnected: 'showsToConnected',
  weekdays: 'weekdays',
  from: 'from',
  to: 'to',
  againFrom: 'againFrom',
  againTo: 'againTo',
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

export const DEFINITION = {
  sign: 'definition_sign',
  decline: 'definition_decline',
  withdraw: 'definition_withdraw',
  modal: 'definition_modal',
  declineModal: 'definition_decline_modal',
} as const;

export const DEFINITION_FIELD = {
  criteria: 'criteria',
  marketing: 'marketing',
  sales: 'sales',
  reason: 'reason',
} as const;

/** The modal that declines a proposal carries its version. */
export const versionKey: Codec<number> = { encode: String, decode: parseVersion };

/** The modal in which a reason is reworded carries its code. Which codes there are is the list's to say. */
export const reasonKey: Codec<string> = { encode: (code) => code, decode: (text) => text };

/** What the ⋯ menu of a reason offers. */
const REASON_MENU = ['reword', 'up', 'down', 'retire'] as const;
export type ReasonMenuChoice = (typeof REASON_MENU)[number];

export const reasonMenuValue = {
  encode: (choice: ReasonMenuChoice, code: string): string => `${choice}:${code}`,
  decode: (value: string | undefined): { choice: ReasonMenuChoice; code: string } => {
    const [name, ...code] = value?.split(':') ?? [];
    const choice = REASON_MENU.find((known) => known === name);
    if (!choice) throw new AppError('invalid', inWords('This menu entry is not known any more.'));
    return { choice, code: code.join(':') };
  },
};

export function parseVersion(value: string | undefined): number {
  if (value === undefined || !/^\d{1,6}$/.test(value))
    throw new AppError('invalid', inWords('This button names no version.'));
  return Number(value);
}

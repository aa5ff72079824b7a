/** What was filled into the modals of the settings, validated: it comes from outside. What fits together is the domain's to judge. */
import { z } from 'zod';
import type { SettingsChange } from '../../../domain/team/change-settings.ts';
import type { GroupId, OfficeName, Offices } from '../../../domain/team/office.ts';
import type { SettingSection } from '../../../domain/team/setting-values.ts';
import type { Settings } from '../../../domain/team/settings.ts';
import { typedTargets } from '../../../domain/team/typed-targets.ts';
import type { Shift } from '../../../domain/time/shift.ts';
import { SETTINGS_FIELD } from '../../action-ids.ts';
import { ChosenPerson, checked } from '../edge/checked.ts';
import {
  chosen,
  chosenChannel,
  chosenPeople,
  chosenTime,
  type FormValues,
  ticked,
  typed,
} from '../edge/form-values.ts';

const Channel = z
  .string()
  .regex(/^[CG][A-Z0-9_]+$/, 'Please choose a channel.')
  .nullable();
const Weekday = z.coerce.number().int().min(1).max(7);
const Time = z.string('Please choose a time.');

const ChannelsForm = z.object({
  leadsChannel: Channel,
  fieldChannel: Channel,
  marketingChannel: Channel,
  scorecardChannel: Channel,
});
const Group = z
  .string()
  .regex(/^S[A-Z0-9_]+$/, 'Please choose a group.')
  .transform((id) => id as GroupId);
const PeopleForm = z.object({
  managers: z.array(ChosenPerson),
  marketers: z.array(ChosenPerson),
  managersGroups: z.array(Group),
  marketersGroups: z.array(Group),
});
const HoursForm = z.object({
  weekdays: z.array(Weekday),
  from: Time,
  to: Time,
  againFrom: z.string().nullable(),
  againTo: z.string().nullable(),
  /** Empty is the domain's to refuse, beside all else. */
  timezone: z
    .string()
    .max(100)
    .nullable()
    .transform((text) => text ?? ''),
  region: z.string().max(20).nullable(),
  daysOff: z.array(z.string()),
});
const ContactForm = z.object({ contactShownTo: z.enum(['channel', 'owner'], 'Please choose one.') });
const ScorecardForm = z.object({ weekday: Weekday, time: Time });

/** From the settings as they are in this moment: days are as long as the team's. */
export function readSection(section: SettingSection, values: FormValues, settings: Settings): SettingsChange {
  switch (section) {
    case 'channels':
      return readChannels(values);
    case 'people':
      return readPeople(values, settings);
    case 'admitted':
      return readAdmitted(values);
    case 'hours':
      return readHours(values);
    case 'promises':
      return readPromises(values, settings);
    case 'contact':
      return checked(ContactForm, { contactShownTo: chosen(values, SETTINGS_FIELD.contactShownTo) });
    case 'scorecard':
      return readScorecard(values);
    default:
      return section satisfies never;
  }
}

function readChannels(values: FormValues): SettingsChange {
  return checked(ChannelsForm, {
    leadsChannel: chosenChannel(values, SETTINGS_FIELD.leadsChannel),
    fieldChannel: chosenChannel(values, SETTINGS_FIELD.fieldChannel),
    marketingChannel: chosenChannel(values, SETTINGS_FIELD.marketingChannel),
    scorecardChannel: chosenChannel(values, SETTINGS_FIELD.scorecardChannel),
  });
}

/** A form that has no field for groups says nothing of them. */
function chosenGroups(values: FormValues, office: OfficeName, offices: Offices): string[] {
  const name = SETTINGS_FIELD[`${office}Groups`];
  return name in values ? ticked(values, name) : offices[office].groups;
}

function readPeople(values: FormValues, { offices }: Settings): SettingsChange {
  const { managersGroups, marketersGroups, ...people } = checked(PeopleForm, {
    managers: chosenPeople(values, SETTINGS_FIELD.managers),
    marketers: chosenPeople(values, SETTINGS_FIELD.marketers),
    managersGroups: chosenGroups(values, 'managers', offices),
    marketersGroups: chosenGroups(values, 'marketers', offices),
  });
  return {
    offices: {
      managers: { people: people.managers, groups: managersGroups },
      marketers: { people: people.marketers, groups: marketersGroups },
    },
  };
}

/** What is not ticked is off. */
function readAdmitted(values: FormValues): SettingsChange {
  const on = ticked(values, SETTINGS_FIELD.admitted);
  return {
    admitted: { guests: on.includes('guests'), connected: on.includes('connected') },
    showsToConnected: ticked(values, SETTINGS_FIELD.showsToConnected).includes('shown'),
  };
}

function readHours(values: FormValues): SettingsChange {
  const form = checked(HoursForm, {
    weekdays: ticked(values, SETTINGS_FIELD.weekdays),
    from: chosenTime(values, SETTINGS_FIELD.from),
    to: chosenTime(values, SETTINGS_FIELD.to),
    againFrom: chosenTime(values, SETTINGS_FIELD.againFrom),
    againTo: chosenTime(values, SETTINGS_FIELD.againTo),
    timezone: typed(values, SETTINGS_FIELD.timezone),
    region: typed(values, SETTINGS_FIELD.region)?.toUpperCase() ?? null,
    daysOff: linesOf(typed(values, SETTINGS_FIELD.daysOff)),
  });
  const { timezone, weekdays, from, to, againFrom, againTo, region, daysOff } = form;
  const isOne = againFrom === null && againTo === null;
  const more = isOne ? undefined : [shift(againFrom ?? '', againTo ?? '')];
  return {
    timezone,
    calendar: { weekdays, ...shift(from, to), more, region, daysOff: [...new Set(daysOff)].sort() },
  };
}

/** Work until midnight ends with the day, not at its beginning. */
function shift(from: string, to: string): Shift {
  return { from, to: to === '00:00' ? '24:00' : to };
}

function readPromises(values: FormValues, { calendar }: Settings): SettingsChange {
  return { promises: typedTargets((field) => typed(values, field), calendar) };
}

function readScorecard(values: FormValues): SettingsChange {
  const scorecardAt = checked(ScorecardForm, {
    weekday: chosen(values, SETTINGS_FIELD.weekday),
    time: chosenTime(values, SETTINGS_FIELD.time),
  });
  return { scorecardAt };
}

function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The settings one by one, by name, as the menu shows them and the audit log keeps them. Two sets of settings differ where these do. */
import type { PromiseName } from '../promise.ts';
import { workingTime } from '../time/working-time.ts';
import { type AuditChange, type AuditValue, isChange } from './audit.ts';
import type { Office } from './office.ts';
import type { SettingName } from './setting-name.ts';
import type { Settings } from './settings.ts';

export const SETTING_SECTIONS = [
  'channels',
  'people',
  'admitted',
  'hours',
  'promises',
  'contact',
  'scorecard',
] as const;
export type SettingSection = (typeof SETTING_SECTIONS)[number];

export interface SettingValue {
  section: SettingSection;
  name: SettingName;
  value: AuditValue;
}

export function settingValues(settings: Settings): SettingValue[] {
  return [
    of('channels', 'leads_channel', channel(settings.leadsChannel)),
    of('channels', 'field_channel', channel(settings.fieldChannel)),
    of('channels', 'marketing_channel', channel(settings.marketingChannel)),
    of('channels', 'scorecard_channel', channel(settings.scorecardChannel)),
    of('people', 'managers', named(settings.offices.managers)),
    of('people', 'marketers', named(settings.offices.marketers)),
    of('admitted', 'guests_act', { isOn: settings.admitted.guests }),
    of('admitted', 'connected_act', { isOn: settings.admitted.connected }),
    of('admitted', 'shown_to_connected', { isOn: settings.showsToConnected }),
    ...hours(settings),
    ...targets(settings),
    of('contact', 'contact_shown_to', { contactShownTo: settings.contactShownTo }),
    of('scorecard', 'scorecard_at', { scorecardAt: settings.scorecardAt }),
  ];
}

/** What an audit log keeps of a change. */
export function settingChanges(before: Settings, after: Settings): AuditChange[] {
  const now = settingValues(after);
  return settingValues(before)
    .map(({ name, value }, index) => ({
      what: { code: name },
      before: value,
      after: now[index]?.value ?? null,
    }))
    .filter(isChange);
}

function hours({ calendar, timezone }: Settings): SettingValue[] {
  const { weekdays, from, to, more, region, daysOff } = calendar;
  return [
    of('hours', 'weekdays', { weekdays: weekdays.toSorted((a, b) => a - b) }),
    of('hours', 'hours', { hours: { from, to, ...(more && { more }) } }),
    of('hours', 'timezone', timezone),
    of('hours', 'region', { region }),
    of('hours', 'days_off', { daysOff }),
  ];
}

function targets({ promises, calendar }: Settings): SettingValue[] {
  const within = (name: PromiseName, priority: 'hot' | 'standard') =>
    of('promises', `${name}_${priority}`, { within: workingTime(promises[name][priority], calendar) });
  return (['claim', 'contact', 'verdict'] as const).flatMap((name) => [
    within(name, 'hot'),
    within(name, 'standard'),
  ]);
}

/** Groups are left out where there are none: so are they in what the audit log has kept. */
function named({ people, groups }: Office): AuditValue {
  return groups.length > 0 ? { people, groups } : { people };
}

function channel(id: string | null): AuditValue {
  return id === null ? null : { channel: id };
}

function of(section: SettingSection, name: SettingName, value: AuditValue): SettingValue {
  return { section, name, value };
}

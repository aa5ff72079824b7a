/**
 * The settings as people read them: one line each, in the menu and in the audit log. Two sets of settings differ where their lines do.
 */

import type { CalendarSettings } from '../time/calendar.ts';
import { sayWorkingTime } from '../time/say-working-time.ts';
import type { AuditChange, AuditValue } from './audit.ts';
import type { Settings } from './settings.ts';

export const SETTING_SECTIONS = ['channels', 'people', 'hours', 'promises', 'contact', 'scorecard'] as const;
export type SettingSection = (typeof SETTING_SECTIONS)[number];

export interface SettingLine {
  section: SettingSection;
  what: string;
  value: AuditValue;
}

export function settingLines(settings: Settings): SettingLine[] {
  return [
    line('channels', 'Leads channel', channel(settings.leadsChannel)),
    line('channels', 'Field channel', channel(settings.fieldChannel)),
    line('channels', 'Marketing channel', channel(settings.marketingChannel)),
    line('channels', 'Scorecard channel', channel(settings.scorecardChannel)),
    line('people', 'Managers', { people: settings.managers }),
    line('people', 'Marketers', { people: settings.marketers }),
    ...hourLines(settings),
    ...promiseLines(settings),
    line('contact', 'How to reach a lead', CONTACT[settings.contactShownTo]),
    line(
      'scorecard',
      'Scorecard',
      `${sayWeekday(settings.scorecardAt.weekday)}, ${settings.scorecardAt.time}`,
    ),
  ];
}

/** What an audit log says of a change. */
export function settingChanges(before: Settings, after: Settings): AuditChange[] {
  const now = settingLines(after);
  return settingLines(before)
    .map(({ what, value }, index) => ({ what, before: value, after: now[index]?.value ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** ISO weekday, Monday is 1. */
export function sayWeekday(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

const CONTACT = { channel: 'Shown to the whole channel', owner: 'Shown to the owner only' } as const;

function hourLines({ calendar, timezone }: Settings): SettingLine[] {
  return [
    line('hours', 'Working days', sayWeekdays(calendar.weekdays)),
    line('hours', 'Working hours', `${calendar.from} to ${calendar.to}`),
    line('hours', 'Time zone', timezone),
    line('hours', 'Public holidays of', calendar.region ?? 'no region'),
    line('hours', 'Days off', calendar.daysOff.join(', ') || 'none'),
  ];
}

function promiseLines({ promises, calendar }: Settings): SettingLine[] {
  const both = (what: string, targets: { hot: number; standard: number }) =>
    (['hot', 'standard'] as const).map((priority) =>
      line('promises', `${what}, ${priority}`, sayTarget(targets[priority], calendar)),
    );
  return [
    ...both('Claim', promises.claim),
    ...both('First contact', promises.contact),
    ...both('Verdict', promises.verdict),
  ];
}

function sayTarget(minutes: number, calendar: CalendarSettings): string {
  return `within ${sayWorkingTime(minutes, calendar)}`;
}

/** "Monday to Friday" where they follow each other. */
function sayWeekdays(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((a, b) => a - b);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const isRun = days.length > 2 && last - first === days.length - 1;
  return isRun ? `${sayWeekday(first)} to ${sayWeekday(last)}` : days.map(sayWeekday).join(', ');
}

function channel(id: string | null): AuditValue {
  return id === null ? null : { channel: id };
}

function line(section: SettingSection, what: string, value: AuditValue): SettingLine {
  return { section, what, value };
}

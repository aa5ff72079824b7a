import type { Settings } from '../../../domain/team/settings.ts';
import { sayWeekday } from '../../../sentences/en/time.ts';
import { SETTINGS_FIELD } from '../../action-ids.ts';
import { input, type TangoBlock } from '../kit/blocks.ts';
import { checkboxes, option, textInput, timePicker } from '../kit/elements.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

export function hourFields({ calendar, timezone }: Settings): TangoBlock[] {
  const [again] = calendar.more ?? [];
  return [
    weekdayField(calendar.weekdays),
    timeField('from', { label: 'From', time: calendar.from }),
    timeField('to', { label: 'To', time: calendar.to }),
    timeField('againFrom', { label: 'And again from', time: again?.from, optional: true }),
    timeField('againTo', {
      label: 'To',
      hint: 'For days with a long break. Empty: people work without one.',
      time: again?.to,
      optional: true,
    }),
    textField('timezone', {
      label: 'Time zone',
      hint: 'Weeks, days and hours are counted in it. Each reader sees times in their own.',
      placeholder: 'Europe/Berlin',
      initial: timezone,
    }),
    textField('region', {
      label: 'Public holidays of',
      hint: 'Country, state or part of one: DE, DE-BY, US-CA. Empty: only the days below.',
      placeholder: 'DE-BY',
      initial: calendar.region ?? '',
      optional: true,
    }),
    textField('daysOff', {
      label: 'Days off of the whole team',
      hint: 'One day a line, as 2026-12-24.',
      placeholder: '2026-12-24',
      initial: calendar.daysOff.join('\n'),
      optional: true,
      multiline: true,
    }),
  ];
}

function weekdayField(weekdays: readonly number[]): TangoBlock {
  const options = WEEK.map((day) => option(sayWeekday(day), String(day)));
  const ticked = options.filter(({ value }) => weekdays.includes(Number(value)));
  return input({
    blockId: SETTINGS_FIELD.weekdays,
    label: 'Working days',
    element: checkboxes({ action: SETTINGS_FIELD.weekdays, options, ticked }),
  });
}

/** Slack's clock knows no 24:00: midnight as the end is shown as the beginning of the next day. */
function timeField(name: 'from' | 'to' | 'againFrom' | 'againTo', field: TimeField): TangoBlock {
  const { time, ...rest } = field;
  const action = SETTINGS_FIELD[name];
  const initial = time === '24:00' ? '00:00' : time;
  return input({ ...rest, blockId: action, element: timePicker({ action, initial }) });
}

interface TimeField {
  label: string;
  hint?: string;
  time: string | undefined;
  optional?: boolean;
}

interface TextField {
  label: string;
  hint: string;
  placeholder: string;
  initial: string;
  optional?: boolean;
  multiline?: boolean;
}

function textField(name: 'timezone' | 'region' | 'daysOff', field: TextField): TangoBlock {
  const { label, hint, placeholder, initial, optional = false, multiline = false } = field;
  const action = SETTINGS_FIELD[name];
  const element = textInput({ action, placeholder, initial, multiline, maxLength: 3000 });
  return input({ blockId: action, label, hint, optional, element });
}

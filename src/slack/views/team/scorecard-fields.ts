import type { Settings } from '../../../domain/team/settings.ts';
import { sayWeekday } from '../../../sentences/en/time.ts';
import { SETTINGS_FIELD } from '../../action-ids.ts';
import { context, input, type TangoBlock } from '../kit/blocks.ts';
import { option, staticSelect, timePicker } from '../kit/elements.ts';

export function scorecardFields({ scorecardAt, timezone }: Settings): TangoBlock[] {
  const options = [1, 2, 3, 4, 5, 6, 7].map((day) => option(sayWeekday(day), String(day)));
  const chosen = options[scorecardAt.weekday - 1];
  return [
    input({
      blockId: SETTINGS_FIELD.weekday,
      label: 'Every',
      element: staticSelect({ action: SETTINGS_FIELD.weekday, options, ...(chosen ? { chosen } : {}) }),
    }),
    input({
      blockId: SETTINGS_FIELD.time,
      label: 'At',
      element: timePicker({ action: SETTINGS_FIELD.time, initial: scorecardAt.time }),
    }),
    context(`Team time, ${timezone}. It tells of the last full week, Monday to Sunday.`),
  ];
}

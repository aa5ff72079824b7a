import { instantOfWallTime, wallTimeOf } from '../state/dates.ts';
import { useSession } from '../state/session.ts';
import { num, str } from '../state/slack-json.ts';
import { type ElementProps, useField } from './element-props.ts';

export function DateField(props: ElementProps) {
  const { value, set } = useField(props);
  return (
    <PickerInput
      {...props}
      type="date"
      value={str(value, 'selected_date')}
      set={(day) => set({ selected_date: day || null })}
    />
  );
}

export function TimeField(props: ElementProps) {
  const { value, set } = useField(props);
  return (
    <PickerInput
      {...props}
      type="time"
      value={str(value, 'selected_time')}
      set={(time) => set({ selected_time: time || null })}
    />
  );
}

/** Slack keeps seconds since 1970; the person types the wall time of their own zone. */
export function DateTimeField(props: ElementProps) {
  const zone = useSession().me.timezone;
  const { value, set } = useField(props);
  const at = num(value, 'selected_date_time');
  return (
    <PickerInput
      {...props}
      type="datetime-local"
      value={at === undefined ? '' : wallTimeOf(at * 1000, zone)}
      set={(wall) => set({ selected_date_time: wall ? instantOfWallTime(wall, zone) / 1000 : null })}
    />
  );
}

interface PickerProps extends ElementProps {
  type: 'date' | 'time' | 'datetime-local';
  value: string;
  set(value: string): void;
}

function PickerInput({ id, label, type, value, set, describedBy, invalid }: PickerProps) {
  return (
    <input
      id={id}
      class="input picker"
      type={type}
      value={value}
      aria-label={id ? undefined : label || 'Date'}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

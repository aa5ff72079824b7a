/**
 * A stand: somebody who notes down leads in a channel on a day, as at a trade fair. It remembers from which source, so that the next
 * visitor's lead needs three fields; whether the person takes their leads themselves; and how many they have saved.
 */
import type { PersonId } from '../team/actor.ts';

export interface Booth {
  person: PersonId;
  channel: string;
  /** YYYY-MM-DD in the team's zone. */
  day: string;
  source: string;
  /** Whether the last lead was claimed for the person at once. */
  claims: boolean;
  /** How many leads. */
  saved: number;
}

/** What the form begins with. */
export interface BoothDefaults {
  source: string | null;
  claims: boolean;
  saved: number;
}

interface Here {
  person: PersonId;
  channel: string;
  today: string;
  /** Marketing collects leads for others; whoever else stands there means to call. */
  isMarketer: boolean;
}

/** One's own stand of today comes first, then the colleagues' here, then one's own elsewhere, then what was last here. */
export function boothDefaults(
  recent: readonly Booth[],
  { person, channel, today, isMarketer }: Here,
): BoothDefaults {
  const mine = recent.filter((stand) => stand.person === person);
  const here = recent.filter((stand) => stand.channel === channel);
  const isToday = ({ day }: Booth) => day === today;
  const own = here.find((stand) => stand.person === person && isToday(stand));
  const nearest = own ?? here.find(isToday) ?? mine.find(isToday) ?? here[0];
  const habit = own ?? mine[0];
  return { source: nearest?.source ?? null, claims: habit?.claims ?? !isMarketer, saved: own?.saved ?? 0 };
}

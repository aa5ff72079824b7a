/** A zone's clock runs evenly for half a year or longer: what it is ahead of UTC is looked up once for each such stretch. */
import { Temporal } from 'temporal-polyfill';

/** Epoch ms; `until` is where the next one begins. */
export interface Stretch {
  from: number;
  until: number;
  /** Ahead of UTC, ms. */
  offset: number;
}

/** Two a year and zone; who asks for a thousand years begins again. */
const MOST_KNOWN = 100;
const known = new Map<string, Stretch[]>();

/** The one in which `at` lies. Asked for each promise of each lead: a look into the zone's rules takes a hundred times as long. */
export function stretchAt(zone: string, at: number): Stretch {
  const stretches = known.get(zone) ?? [];
  const found = stretches.find(({ from, until }) => from <= at && at < until);
  if (found) return found;
  const looked = lookUp(zone, at);
  known.set(zone, [...stretches.slice(-MOST_KNOWN), looked]);
  return looked;
}

function lookUp(zone: string, at: number): Stretch {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const next = there.getTimeZoneTransition('next');
  // Not the one before this very instant, which may be one itself.
  const last = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return {
    from: last?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: there.offsetNanoseconds / 1_000_000,
  };
}

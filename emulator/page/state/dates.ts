/** Times as the person who looks sees them: in their own zone. */
const LOCALE = 'en-GB';
const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

export const instantOf = (ts: string): number => Math.round(Number(ts) * 1000);

export const timeOf = (at: number, zone: string): string =>
  format(zone, { hour: '2-digit', minute: '2-digit' }).format(at);

export const momentOf = (at: number, zone: string): string =>
  format(zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

/** `YYYY-MM-DD` */
export function dayOf(at: number, zone: string): string {
  const parts = partsOf(at, zone);
  return `${parts.year}-${parts.month}-${parts.day}`;
}

export function dayName(at: number, now: number, zone: string): string {
  const day = dayOf(at, zone);
  if (day === dayOf(now, zone)) return 'Today';
  if (day === dayOf(now - DAY, zone)) return 'Yesterday';
  const sameYear = day.slice(0, 4) === dayOf(now, zone).slice(0, 4);
  return format(zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** "today at 09:04", as short as it can be said now. */
export function recentMoment(at: number, now: number, zone: string): string {
  const name = dayName(at, now, zone);
  const near = name === 'Today' || name === 'Yesterday';
  return near ? `${name.toLowerCase()} at ${timeOf(at, zone)}` : momentOf(at, zone);
}

/** `YYYY-MM-DDTHH:MM`, as `<input type="datetime-local">` wants it. */
export function wallTimeOf(at: number, zone: string): string {
  const { year, month, day, hour, minute } = partsOf(at, zone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The instant of a wall time in a zone; a time that a clock change skips moves on by the gap. */
export function instantOfWallTime(wall: string, zone: string): number {
  const asUtc = Date.parse(`${wall}:00Z`);
  const offsetAt = (at: number) => Date.parse(`${wallTimeOf(at, zone)}:00Z`) - at;
  const guess = asUtc - offsetAt(asUtc);
  return asUtc - offsetAt(guess);
}

function partsOf(at: number, zone: string): Record<string, string> {
  const parts = format(zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at - (at % 60_000));
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

interface Reader {
  /** IANA zone of the person who reads. */
  timezone: string;
  /** Epoch milliseconds; decides what is today. */
  now: number;
  /** Decides names and the 12 or 24 hours; `en-US` if left out. */
  locale?: string;
}

interface Day {
  year: number;
  month: number;
  day: number;
}

/** The text of `<!date^UNIX^FORMAT|…>` for one reader. Tokens that Slack does not know stay as written. */
export function formatSlackDate(unix: number, format: string, reader: Reader): string {
  const render = renderer(unix * 1000, { locale: 'en-US', ...reader });
  return format.replace(/\{([a-z_]+)\}/g, (written, token: string, offset: number) => {
    const text = render(token);
    if (text === undefined) return written;
    return offset === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  });
}

function renderer(at: number, reader: Required<Reader>): (token: string) => string | undefined {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(reader.locale, { timeZone: reader.timezone, ...options }).format(at);
  const date = dayIn(at, reader.timezone);
  const today = dayIn(reader.now, reader.timezone);
  const pretty = (otherwise: string) => nearDay(daysFrom(today, date)) ?? otherwise;

  const ordinal = `${part({ month: 'long' })} ${date.day}${ordinalSuffix(date.day, reader.locale)}`;
  const weekday = part({ weekday: 'long' });
  const long = `${weekday}, ${ordinal}, ${date.year}`;
  const plain = `${part({ month: 'long' })} ${date.day}`;
  const short = `${part({ month: 'short' })} ${date.day}, ${date.year}`;

  const texts: Record<string, () => string> = {
    date_num: () => [date.year, twoDigits(date.month), twoDigits(date.day)].join('-'),
    date_slash: () => part({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    date_long: () => long,
    date_long_full: () => `${plain}, ${date.year}`,
    date_long_pretty: () => pretty(long),
    date: () => plain,
    date_pretty: () => pretty(plain),
    date_short: () => short,
    date_short_pretty: () => pretty(short),
    day_divider_pretty: () => pretty(date.year === today.year ? `${weekday}, ${ordinal}` : long),
    time: () => part({ hour: 'numeric', minute: '2-digit' }),
    time_secs: () => part({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(at - reader.now, reader.locale),
  };
  return (token) => (Object.hasOwn(texts, token) ? texts[token]?.() : undefined);
}

function dayIn(at: number, timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const of = (type: string) => Number(format.formatToParts(at).find((part) => part.type === type)?.value);
  return { year: of('year'), month: of('month'), day: of('day') };
}

function daysFrom(from: Day, to: Day): number {
  const number = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day) / 86_400_000;
  return number(to) - number(from);
}

function nearDay(days: number): string | undefined {
  return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(days)];
}

function ordinalSuffix(day: number, locale: string): string {
  if (!locale.startsWith('en')) return '';
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(day);
  return { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[rule];
}

const UNITS = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

function ago(difference: number, locale: string): string {
  const [unit, length] = UNITS.find(([, size]) => Math.abs(difference) >= size) ?? ['second', 1000];
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(difference / length), unit);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

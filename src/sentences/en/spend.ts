/** What was spent, in words. */
import { type Money, majorUnits } from '../../domain/money/money.ts';
import type { Days } from '../../domain/money/overlap.ts';
import type { Spend } from '../../domain/money/spend.ts';
import type { Voice } from '../voice.ts';
import { sayMoney } from './money.ts';

type Noted = Spend & { note: string | null };

/** "Google Ads · Hotels Q4 · “Agency fee”"; what names nothing at all is "everything". */
export function sayWhatFor(spend: Pick<Noted, 'source' | 'campaign' | 'note'>, voice: Voice): string {
  const { source, campaign, note } = spend;
  const named = [source, campaign].flatMap((name) => (name ? [voice.text(name)] : []));
  const words = [...named, ...(note ? [named.length > 0 ? `“${voice.text(note)}”` : voice.text(note)] : [])];
  return words.length > 0 ? words.join(' · ') : 'everything';
}

/** "November 2026", "1–15 November 2026", "15 November to 3 December 2026", "15 November 2026" */
export function sayDays({ from, to }: Days): string {
  if (isMonth({ from, to })) return part(from, MONTH);
  if (from === to) return part(from, DAY);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${part(to, DAY)}`;
  const first = from.slice(0, 4) === to.slice(0, 4) ? part(from, DAY_OF_YEAR) : part(from, DAY);
  return `${first} to ${part(to, DAY)}`;
}

function isMonth({ from, to }: Days): boolean {
  const last = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 0)).getUTCDate();
  return from.endsWith('-01') && to === `${from.slice(0, 8)}${last}`;
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const DAY_OF_YEAR = { day: 'numeric', month: 'long' } as const;
const MONTH = { month: 'long', year: 'numeric' } as const;

function part(day: string, how: Intl.DateTimeFormatOptions): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { ...how, timeZone: 'UTC' }).format(at);
}

/** What the field for the days begins with: read again, they are the same days. */
export function daysToType({ from, to }: Days): string {
  return sayDays({ from, to });
}

/** "spread over 30 days, €40 a day"; null: it is for one day. */
export function saySpread({ from, to, amount }: Days & { amount: Money }): string | null {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  if (days === 1) return null;
  const each = { ...amount, minor: Math.round(amount.minor / days) };
  const about = majorUnits(each) * days === majorUnits(amount) ? '' : 'about ';
  return `spread over ${days} days, ${about}${sayMoney(each)} a day`;
}

const DAY_MS = 86_400_000;

export const SIDE_WORDS = { marketing: 'marketing', sales: 'sales' } as const;

interface Recorded {
  recordedBy: string;
  batchName: string | null;
}

/** Who or what told it: "entered by @Mia", "from november.csv", "by a program". */
export function sayRecorder({ recordedBy, batchName }: Recorded, voice: Voice): string {
  if (batchName !== null) return `from ${voice.text(batchName)}`;
  if (recordedBy === 'api') return 'sent by a program';
  if (recordedBy === 'import' || recordedBy === 'tango') return 'from a file';
  return `entered by ${voice.person(recordedBy as never)}`;
}

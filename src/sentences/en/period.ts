import type { Period } from '../../domain/goal/period.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** "November 2026", "Q4 2026" */
export function sayPeriod(period: Period): string {
  const [year, part = ''] = period.split('-');
  return `${part.startsWith('Q') ? part : MONTHS[Number(part) - 1]} ${year}`;
}

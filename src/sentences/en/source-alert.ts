import type { SourceAlert } from '../../domain/source/source-alert.ts';
import { count } from './count.ts';
import { sayRoundMoney } from './money.ts';
import { sayShortDay } from './week.ts';

/** "no lead since 17 Nov, where it usually brings some on 5 days a week. Does its form still work?" */
export function saySilence({ since, perWeek }: Pick<SourceAlert, 'since' | 'perWeek'>): string {
  return `no lead since ${sayShortDay(since)}, where it usually brings some ${rhythm(perWeek ?? 1)}. Does its form still work?`;
}

function rhythm(perWeek: number): string {
  const days = Math.round(perWeek);
  if (days >= 1) return `on ${count(days, 'day')} a week`;
  return `on a day in ${Math.round(1 / perWeek)} weeks`;
}

/** "€1,200 were spent on it in the week to 22 Nov, and no lead came of it." */
export function sayMoneyWithoutLead({
  minor,
  currency,
  since,
}: Pick<SourceAlert, 'minor' | 'currency' | 'since'>): string {
  const spent = sayRoundMoney({ minor: minor ?? 0, currency: currency ?? '' });
  return `${spent} was spent on it in the week to ${sayShortDay(since)}, and no lead came of it.`;
}

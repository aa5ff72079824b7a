import type { Lead } from '../../../domain/lead/lead.ts';
import { dayIn } from '../../../domain/time/day.ts';
import { escapeText } from '../kit/text.ts';
import { sayDay } from '../kit/times.ts';

/** "next: Demo with finance on 24 November 2026", flagged once its day has passed for the team; empty where none was named. */
export function nextStepWords(
  { qualification }: Pick<Lead, 'qualification'>,
  { timezone, now }: { timezone: string; now: number },
): string {
  if (!qualification?.nextStep) return '';
  const { nextStep: step, nextStepOn: day } = qualification;
  if (!day) return `next: ${escapeText(step)}`;
  if (day >= dayIn(timezone, now)) return `next: ${escapeText(step)} on ${sayDay(day)}`;
  return `:warning: next: ${escapeText(step)}, was planned for ${sayDay(day)}`;
}

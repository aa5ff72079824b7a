import type { HomeLead, LeadGroupName } from '../../../domain/home.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { RunningPromise } from '../../../domain/promise.ts';
import { sayMoney } from '../../../sentences/en/money.ts';
import { escapeText } from '../kit/text.ts';
import { readerTime, sayDay } from '../kit/times.ts';
import { cardTitle } from '../lead/lead-card.ts';

/** A lead of one's own in two or three lines: who it is, what is due when, how to reach them. */
export function leadWords(
  { lead, promise }: HomeLead,
  { name, timezone }: { name: LeadGroupName; timezone: string },
): string {
  const due = promise && dueWords(promise, { isPast: name === 'due', timezone });
  const status = name === 'deal' ? dealWords(lead) : name === 'snoozed' ? quietWords(lead, timezone) : due;
  const reach = [lead.email, lead.phone].filter((word) => word !== null).map(escapeText);
  return [cardTitle(lead), [status, ...reach].filter(Boolean).join(' · ')].filter(Boolean).join('\n');
}

const STEP: Record<RunningPromise['name'], string> = {
  claim: 'Claim',
  contact: 'First contact',
  verdict: 'Verdict',
};

export function dueWords(
  { name, due }: RunningPromise,
  { isPast, timezone }: { isPast: boolean; timezone: string },
): string {
  return `${STEP[name]} ${readerTime(due, timezone, isPast ? 'was due' : 'due')}`;
}

function dealWords({ value, qualification }: Lead): string {
  const when = qualification?.nextStepOn ? ` on ${sayDay(qualification.nextStepOn)}` : '';
  const next = qualification?.nextStep ? `next: ${escapeText(qualification.nextStep)}${when}` : '';
  return ['Qualified', value ? sayMoney(value) : '', next].filter(Boolean).join(' · ');
}

function quietWords({ snoozedUntil }: Lead, timezone: string): string {
  return snoozedUntil === null ? '' : `Quiet ${readerTime(snoozedUntil, timezone, 'until')}`;
}

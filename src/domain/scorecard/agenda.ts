/** What is off track and worth talking about, each with one owner. Facts only; nobody is blamed. */
import type { PersonId } from '../team/actor.ts';
import type { ComparedMetrics } from './compare.ts';
import { type Figure, sayFigure } from './figure.ts';
import type { Rejection } from './why-rejected.ts';

export interface AgendaItem {
  side: 'sales' | 'marketing';
  /** Null: nobody is named in the settings. */
  owner: PersonId | null;
  /** A plain sentence that may hold words from outside: escape it on the way out. */
  text: string;
}

interface AgendaFacts {
  metrics: ComparedMetrics;
  rejections: readonly Rejection[];
  spend: number | null;
  owners: Record<AgendaItem['side'], PersonId | null>;
}

const RULES: readonly [side: AgendaItem['side'], rule: (facts: AgendaFacts) => string | null][] = [
  ['sales', untouched],
  ['sales', contactFellBehind],
  ['sales', tooManyOther],
  ['marketing', rejectedForOneReason],
  ['marketing', noSpend],
];

export function agendaOf(facts: AgendaFacts): AgendaItem[] {
  return RULES.flatMap(([side, rule]) => {
    const text = rule(facts);
    return text ? [{ side, owner: facts.owners[side], text }] : [];
  });
}

function untouched({ metrics }: AgendaFacts): string | null {
  const count = countOf(metrics.untouched.now);
  if (count === 0) return null;
  return count === 1 ? 'One lead waits to be claimed.' : `${count} leads wait to be claimed.`;
}

const IN_TIME = 0.8;

function contactFellBehind({ metrics }: AgendaFacts): string | null {
  const { now } = metrics.contactedInTime;
  if (now.kind !== 'rate' || now.of === 0 || now.part / now.of >= IN_TIME) return null;
  return `First contact in time: ${sayFigure(now)}.`;
}

const TOO_MANY_OTHER = 0.1;

function tooManyOther({ rejections }: AgendaFacts): string | null {
  const all = total(rejections);
  const other = rejections.find(({ reason }) => reason === 'other')?.leads ?? 0;
  if (all === 0 || other / all <= TOO_MANY_OTHER) return null;
  return `${other} of ${all} rejected leads have "other" as their reason: is a reason missing from the list?`;
}

const WORTH_A_WORD = 3;
const LARGE_SHARE = 0.3;

function rejectedForOneReason({ rejections }: AgendaFacts): string | null {
  const top = rejections.find(({ reason }) => reason !== 'other');
  const all = total(rejections);
  if (!top || top.leads < WORTH_A_WORD || top.leads / all < LARGE_SHARE) return null;
  const campaign = top.campaigns[0]?.campaign;
  return `${top.leads} of ${all} rejected leads: ${top.label}${campaign ? `, most from ${campaign}` : ''}.`;
}

function noSpend({ spend, metrics }: AgendaFacts): string | null {
  if (spend !== null || countOf(metrics.leads.now) === 0) return null;
  return 'No spend is recorded for this week, so no cost can be told.';
}

function total(rejections: readonly Rejection[]): number {
  return rejections.reduce((sum, { leads }) => sum + leads, 0);
}

function countOf(figure: Figure): number {
  return figure.kind === 'count' ? figure.value : 0;
}

/** What is off track and worth talking about, each with one owner. Facts only; nobody is blamed. */
import type { PersonId } from '../team/actor.ts';
import type { SourceRow } from './by-source.ts';
import type { ComparedMetrics } from './compare.ts';
import type { Figure } from './figure.ts';
import type { Rejection } from './why-rejected.ts';

export interface AgendaItem {
  side: 'sales' | 'marketing';
  /** Null: nobody is named in the settings. */
  owner: PersonId | null;
  point: AgendaPoint;
}

/** What is off track, in figures; its words are in sentences/. The source, the label and the campaign are words from outside. */
export type AgendaPoint =
  /** The source on which most was spent, in minor units of the team's currency, and how many others there are like it. */
  | { code: 'money_without_leads'; source: string; minor: number; currency: string; others: number }
  | { code: 'unclaimed'; leads: number }
  | { code: 'contact_late'; part: number; of: number }
  | { code: 'other_reason'; leads: number; of: number }
  | { code: 'one_reason'; leads: number; of: number; label: string; campaign: string | null }
  | { code: 'no_spend' }
  /** Published by an earlier version. */
  | { code: 'in_words'; text: string };

interface AgendaFacts {
  metrics: ComparedMetrics;
  rejections: readonly Rejection[];
  spend: number | null;
  sources: readonly SourceRow[];
  currency: string;
  owners: Record<AgendaItem['side'], PersonId | null>;
}

const RULES: readonly [side: AgendaItem['side'], rule: (facts: AgendaFacts) => AgendaPoint | null][] = [
  ['marketing', moneyWithoutLeads],
  ['sales', untouched],
  ['sales', contactFellBehind],
  ['sales', tooManyOther],
  ['marketing', rejectedForOneReason],
  ['marketing', noSpend],
];

export function agendaOf(facts: AgendaFacts): AgendaItem[] {
  return RULES.flatMap(([side, rule]) => {
    const point = rule(facts);
    return point ? [{ side, owner: facts.owners[side], point }] : [];
  });
}

/** Salaries and the like name no source, and are not asked about. */
function moneyWithoutLeads({ sources, currency }: AgendaFacts): AgendaPoint | null {
  const [most, ...others] = sources
    .flatMap(({ source, leads, spend }) =>
      source !== null && leads === 0 && spend !== null && spend > 0 ? { source, minor: spend } : [],
    )
    .toSorted((a, b) => b.minor - a.minor);
  return most ? { code: 'money_without_leads', ...most, currency, others: others.length } : null;
}

function untouched({ metrics }: AgendaFacts): AgendaPoint | null {
  const leads = countOf(metrics.untouched.now);
  return leads === 0 ? null : { code: 'unclaimed', leads };
}

const IN_TIME = 0.8;

function contactFellBehind({ metrics }: AgendaFacts): AgendaPoint | null {
  const { now } = metrics.contactedInTime;
  if (now.kind !== 'rate' || now.of === 0 || now.part / now.of >= IN_TIME) return null;
  return { code: 'contact_late', part: now.part, of: now.of };
}

const TOO_MANY_OTHER = 0.1;

function tooManyOther({ rejections }: AgendaFacts): AgendaPoint | null {
  const all = total(rejections);
  const other = rejections.find(({ reason }) => reason === 'other')?.leads ?? 0;
  if (all === 0 || other / all <= TOO_MANY_OTHER) return null;
  return { code: 'other_reason', leads: other, of: all };
}

const WORTH_A_WORD = 3;
const LARGE_SHARE = 0.3;

function rejectedForOneReason({ rejections }: AgendaFacts): AgendaPoint | null {
  const top = rejections.find(({ reason }) => reason !== 'other');
  const all = total(rejections);
  if (!top || top.leads < WORTH_A_WORD || top.leads / all < LARGE_SHARE) return null;
  const campaign = top.campaigns[0]?.campaign || null;
  return { code: 'one_reason', leads: top.leads, of: all, label: top.label, campaign };
}

function noSpend({ spend, metrics }: AgendaFacts): AgendaPoint | null {
  if (spend !== null || countOf(metrics.leads.now) === 0) return null;
  return { code: 'no_spend' };
}

function total(rejections: readonly Rejection[]): number {
  return rejections.reduce((sum, { leads }) => sum + leads, 0);
}

function countOf(figure: Figure): number {
  return figure.kind === 'count' ? figure.value : 0;
}

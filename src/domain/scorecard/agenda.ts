/**
 * What is off track and worth talking about, each with one owner, and what became of what was on the last one. Facts only; nobody is blamed. What
 * puts a matter on it: agenda-rules.
 */
import type { Side } from '../money/spend.ts';
import type { PersonId } from '../team/actor.ts';
import type { Week } from '../time/week.ts';
import type { AgendaPoint } from './agenda-point.ts';
import { AGENDA_RULE_IDS, AGENDA_RULES, type AgendaFacts, ruleOf, sideOf } from './agenda-rules.ts';

export interface AgendaItem {
  side: Side;
  /** Null: nobody of the offices is there. */
  owner: PersonId | null;
  point: AgendaPoint;
}

/** What became of an item of the last agenda, measured by the same rule a week later. */
export interface AgendaFate extends AgendaItem {
  /** Null: there is nothing to measure it by this week. */
  now: AgendaPoint | null;
  fate: 'done' | 'better' | 'still' | 'unknown';
}

export interface LastAgenda {
  /** The last that was published. */
  week: Week;
  items: AgendaFate[];
}

/** Who is asked to see to what is off track. */
export type Owners = Record<Side, PersonId | null>;

/** The one that weighs most of each rule. */
export function agendaOf(facts: AgendaFacts, owners: Owners): AgendaItem[] {
  const points = AGENDA_RULE_IDS.flatMap((id) => worstOf(AGENDA_RULES[id].look(facts)) ?? []);
  return points.map((point) => ({ side: sideOf(point), owner: owners[sideOf(point)], point }));
}

function worstOf(points: readonly AgendaPoint[]): AgendaPoint | null {
  const off = points.filter((point) => ruleOf(point)?.isOff(point));
  const weighed = off.map((point) => ({ point, weight: ruleOf(point)?.weight(point) ?? 0 }));
  return weighed.toSorted((a, b) => b.weight - a.weight)[0]?.point ?? null;
}

/** Of what an earlier version published in words nothing can be told. It keeps its owner: the matter was theirs. */
export function fatesOf(agenda: readonly AgendaItem[], facts: AgendaFacts): AgendaFate[] {
  return agenda.flatMap((item) => {
    const rule = ruleOf(item.point);
    if (!rule) return [];
    const now = rule.again(facts, item.point);
    return { ...item, now, fate: fateOf(item.point, now) };
  });
}

function fateOf(then: AgendaPoint, now: AgendaPoint | null): AgendaFate['fate'] {
  const rule = ruleOf(then);
  if (!rule || !now) return 'unknown';
  if (!rule.isOff(now)) return 'done';
  return rule.weight(now) < rule.weight(then) ? 'better' : 'still';
}

import type { FieldProblem } from '../../errors.ts';
import { fieldProblem, refuse, refuseFields } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import type { Routing, RoutingRule } from './routing.ts';

/** A rule as it is filled in. */
export interface RuleInput {
  sources: string[];
  regions: string[];
  mode: RoutingRule['mode'];
  people: PersonId[];
  /** Of them, those who get two leads where the others get one. */
  twice: PersonId[];
  /** As typed; null: no cap. */
  cap: string | null;
}

const MOST_RULES = 20;
const MOST_PEOPLE = 50;
const HIGHEST_CAP = 1000;

/** A rule with a known id takes its place, another comes last. */
export function upsertRule(routing: Routing, id: string, input: RuleInput): Routing {
  const rule = toRule(id, input);
  const isKnown = routing.rules.some((other) => other.id === id);
  if (!isKnown && routing.rules.length >= MOST_RULES) throw refuse('too_many_rules', { most: MOST_RULES });
  const rules = routing.rules.map((other) => (other.id === id ? rule : other));
  return { rules: isKnown ? rules : [...rules, rule] };
}

export function removeRule(routing: Routing, id: string): Routing {
  return { rules: routing.rules.filter((rule) => rule.id !== id) };
}

function toRule(id: string, { sources, regions, mode, people, twice, cap }: RuleInput): RoutingRule {
  const problems: FieldProblem[] = [];
  if (people.length === 0) problems.push(fieldProblem('people', 'rule_people_needed'));
  if (people.length > MOST_PEOPLE)
    problems.push(fieldProblem('people', 'too_many_people', { most: MOST_PEOPLE }));
  if (twice.some((person) => !people.includes(person)))
    problems.push(fieldProblem('twice', 'rule_twice_not_among'));
  const most = cap === null ? null : Number(cap);
  if (most !== null && !(Number.isInteger(most) && most >= 1 && most <= HIGHEST_CAP))
    problems.push(fieldProblem('cap', 'rule_cap', { most: HIGHEST_CAP }));
  if (problems.length > 0) throw refuseFields(problems);
  const seats = people.map((person) => ({ person, weight: twice.includes(person) ? 2 : 1 }));
  return { id, sources, regions, mode, people: seats, cap: most };
}

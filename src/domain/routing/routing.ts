/**
 * Whose turn it is for a new lead. Without a rule that fits, first come, first served.
 *
 * A rule is for some sources, some regions, or for all; the first that fits is taken. Its people take turns by weight, the smooth way:
 * whoever is there gains their weight, the one with the most is next and pays for the turn. Who is away, outside their hours, or has as
 * many open leads as the rule allows is passed over and saves nothing up: nobody comes back from a holiday to a flood.
 *
 * Decided by usecases/routing/route-leads. Changed by usecases/routing/edit-routing. Shown by slack/views/routing.
 */
import type { Lead } from '../lead/lead.ts';
import type { PassedOver, PassedWhy } from '../lead/lead-event.ts';
import { nameKey } from '../source/fold.ts';
import { partsOfSaid } from '../source/said-source.ts';
import type { PersonId } from '../team/actor.ts';
import { type Acquainted, unfitness } from '../team/choose-people.ts';
import { isAtWork, isOnLeave, type TeamTime } from '../team/person.ts';

export interface RoutingRule {
  id: string;
  /** By any spelling; empty: any. */
  sources: string[];
  /** As leads name them, whatever the capitals; empty: any. */
  regions: string[];
  /** Only said, or made the owner at once. */
  mode: 'propose' | 'assign';
  people: { person: PersonId; weight: number }[];
  /** Open leads that one of them may have; null: any number. */
  cap: number | null;
}

export interface Routing {
  rules: RoutingRule[];
}

/** What a new team starts with: first come, first served. */
export const FIRST_ROUTING: Routing = { rules: [] };

/** What each has saved up, by person. */
export type Turn = Readonly<Record<string, number>>;

export interface Choice {
  /** Null: nobody is there. */
  person: PersonId | null;
  /** Open leads that they had before. */
  open: number;
  passed: PassedOver[];
  turn: Turn;
}

/** Tests, and leads that nobody sees, go to nobody. */
export function ruleFor(
  lead: Pick<Lead, 'source' | 'spelled' | 'region' | 'isTest' | 'cardChannel'>,
  routing: Routing,
): RoutingRule | null {
  if (lead.isTest || lead.cardChannel === null) return null;
  const fits = (wanted: string[], ...values: (string | null)[]) =>
    wanted.length === 0 ||
    wanted.some((name) => values.some((value) => nameKey(name) === nameKey(value ?? '')));
  // A rule for a CRM is for whoever comes from it, wherever it says that they are from.
  const crm = partsOfSaid(lead.spelled?.source ?? lead.source ?? '')?.crm;
  const ofSource = [lead.source, ...(crm ? [crm] : [])];
  return (
    routing.rules.find(({ sources, regions }) => fits(sources, ...ofSource) && fits(regions, lead.region)) ??
    null
  );
}

interface Scene {
  turn: Turn;
  open: ReadonlyMap<PersonId, number>;
  team: TeamTime & Acquainted;
  now: number;
}

export function choose(rule: RoutingRule, { turn, open, team, now }: Scene): Choice {
  const judged = rule.people.map((seat) => ({
    ...seat,
    open: open.get(seat.person) ?? 0,
    why: whyNot(seat.person, { cap: rule.cap, open: open.get(seat.person) ?? 0, team, now }),
  }));
  const there = judged.filter(({ why }) => why === null);
  const passed = judged.flatMap(({ person, why }) => (why ? [{ person, why }] : []));
  const total = there.reduce((sum, { weight }) => sum + weight, 0);
  const gained = there.map((seat) => ({ ...seat, saved: (turn[seat.person] ?? 0) + seat.weight }));
  // On a tie the one who stands first in the rule.
  const next = gained.reduce<(typeof gained)[number] | null>(
    (best, seat) => (best && best.saved >= seat.saved ? best : seat),
    null,
  );
  const saved = gained.map(({ person, saved }) => [person, person === next?.person ? saved - total : saved]);
  const kept = rule.people.flatMap(({ person }) => (person in turn ? [[person, turn[person]]] : []));
  return {
    person: next?.person ?? null,
    open: next?.open ?? 0,
    passed,
    turn: Object.fromEntries([...kept, ...saved]),
  };
}

interface Judged extends Pick<Scene, 'team' | 'now'> {
  cap: number | null;
  open: number;
}

function whyNot(person: PersonId, { cap, open, team, now }: Judged): PassedWhy | null {
  const unfit = unfitness(person, team);
  if (unfit) return unfit === 'deactivated' ? 'gone' : 'barred';
  if (isOnLeave(person, team, now)) return 'leave';
  if (!isAtWork(person, team, now)) return 'hours';
  return cap !== null && open >= cap ? 'full' : null;
}

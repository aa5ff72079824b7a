/**
 * What people should have heard, counted by somebody else than Tango: minute by minute, from the histories of the leads alone. It shares neither
 * working time nor the rows of promises with it.
 */
import type { PersonId } from '../../src/domain/team/actor.ts';
import type { Tx } from '../../src/store/transaction.ts';
import { TICK } from './week.ts';

const MINUTE = 60_000;
const TARGETS = { claim: { hot: 15, standard: 120 }, contact: 240, verdict: 2700 } as const;

export interface Hours {
  zone: string;
  /** YYYY-MM-DD */
  away: readonly [from: string, to: string] | null;
}

/** Nine to six, Monday to Friday, by the clock on their wall. */
export function isOpen({ zone, away }: Hours, at: number, { withLeave = true } = {}): boolean {
  const parts = formatter(zone).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const day = `${of('year')}-${of('month')}-${of('day')}`;
  if (withLeave && away && day >= away[0] && day <= away[1]) return false;
  const hour = Number(of('hour'));
  return !['Sat', 'Sun'].includes(of('weekday')) && hour >= 9 && hour < 18;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    ...({ timeZone: zone, weekday: 'short', hourCycle: 'h23' } as const),
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' } as const),
  });
  formatters.set(zone, made);
  return made;
}

/** After so many minutes of those hours: the first instant at which they have passed. Leave is no reason to wait. */
class Counted {
  readonly #minutes: number[] = [];

  constructor(hours: Hours, from: number, until: number) {
    for (let at = from; at < until; at += MINUTE)
      if (isOpen(hours, at, { withLeave: false })) this.#minutes.push(at);
  }

  after(since: number, minutes: number): number {
    const first = this.#minutes.findIndex((at) => at + MINUTE > since);
    if (first < 0) return Number.POSITIVE_INFINITY;
    const begun = Math.max(since, this.#minutes[first] ?? since) - (this.#minutes[first] ?? since);
    const last = this.#minutes[first + Math.ceil(minutes + begun / MINUTE) - 1];
    return last === undefined
      ? Number.POSITIVE_INFINITY
      : last + MINUTE - ((MINUTE - (begun % MINUTE)) % MINUTE);
  }
}

export interface Said {
  leadId: string;
  promise: string;
  step: string;
  at: number;
  owner: PersonId | null;
}

interface World {
  ticks: readonly number[];
  team: Hours;
  people: ReadonlyMap<PersonId, Hours>;
}

interface Part {
  kind: 'claim' | 'take' | 'contact' | 'verdict';
  owner: PersonId | null;
  /** When it began to run, and from when its steps count. */
  since: number;
  until: number;
  target: number;
}

/** Every nag that should have been said, with the tick at which. */
export async function expectedNags(tx: Tx, world: World): Promise<Said[]> {
  const events = await tx.sql.selectFrom('leadEvent').selectAll().orderBy('id').execute();
  const leads = await tx.sql.selectFrom('lead').select(['id', 'priority', 'isTest', 'cardChannel']).execute();
  const end = world.ticks.at(-1) ?? 0;
  const begin = (world.ticks[0] ?? 0) - TICK;
  const counted = new Map<string, Counted>();
  const countedOf = (owner: PersonId | null) => {
    const hours = (owner && world.people.get(owner)) || world.team;
    const known = counted.get(hours.zone) ?? new Counted(hours, begin, end + 10 * TICK);
    counted.set(hours.zone, known);
    return known;
  };
  const said: Said[] = [];
  for (const lead of leads) {
    if (lead.isTest === 1 || lead.cardChannel === null) continue;
    const own = events.filter(({ leadId }) => leadId === lead.id);
    for (const part of partsOf(own, lead.priority, end))
      said.push(...saidIn(part, lead.id, { ...world, counted: countedOf(part.owner) }));
  }
  return said;
}

/** The stretches in which one thing was owed by one person without any sign of work. */
function partsOf(
  events: readonly { kind: string; at: number; actor: string; data: string }[],
  priority: 'hot' | 'standard',
  end: number,
): Part[] {
  const parts: Part[] = [];
  let state: { kind: Part['kind'] | null; owner: PersonId | null } = { kind: null, owner: null };
  for (const [n, event] of events.entries()) {
    state = after(state, event);
    if (state.kind === null) continue;
    const until = events[n + 1]?.at ?? end + 1;
    const isClaim = state.kind === 'claim' || state.kind === 'take';
    const target = isClaim ? TARGETS.claim[priority] : TARGETS[state.kind as 'contact' | 'verdict'];
    parts.push({ kind: state.kind, owner: state.owner, since: event.at, until, target });
  }
  return parts;
}

function after(
  state: { kind: Part['kind'] | null; owner: PersonId | null },
  { kind, actor, data }: { kind: string; actor: string; data: string },
): { kind: Part['kind'] | null; owner: PersonId | null } {
  switch (kind) {
    case 'received':
    case 'released':
      return { kind: 'claim', owner: null };
    case 'assigned':
      return { kind: 'take', owner: JSON.parse(data).to as PersonId };
    case 'claimed':
      return { kind: 'contact', owner: actor as PersonId };
    case 'contacted':
      return { ...state, kind: 'verdict' };
    case 'qualified':
    case 'rejected':
      return { kind: null, owner: null };
    default:
      return state;
  }
}

function saidIn(
  { kind, owner, since, until, target }: Part,
  leadId: string,
  { ticks, team, people, counted }: World & { counted: Counted },
): Said[] {
  const owned = (owner && people.get(owner)) || team;
  const steps = [
    { step: 'near', after: 0.8, hours: owned },
    { step: 'breach', after: 1, hours: owned },
    { step: 'manager', after: 2, hours: team },
    ...(kind === 'take' || kind === 'contact' ? [{ step: 'release', after: 3, hours: team }] : []),
  ].map((step) => ({ ...step, due: counted.after(since, target * step.after) }));
  const said: Said[] = [];
  let reached = -1;
  let toldAt: number | null = null;
  for (const at of ticks) {
    if (at < since || at >= until) continue;
    const due = steps.findLastIndex(({ step, due, hours }, n) => {
      if (n <= reached || due > at || !isOpen(hours, at)) return false;
      return step !== 'release' || (toldAt !== null && counted.after(toldAt, target) <= at);
    });
    if (due < 0) continue;
    reached = due;
    const { step } = steps[due] ?? { step: '' };
    if (step === 'manager') toldAt = at;
    said.push({ leadId, promise: kind, step, at, owner });
    if (step === 'release') break;
  }
  return said;
}

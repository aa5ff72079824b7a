/**
 * What a move of a lead does to the promises about it. Those that nobody owes any more end as `moves.ts` says; those that somebody owes
 * from now on start, by the targets and in the working time of this moment. Undo, and taking two apart, open again what the undone
 * move ended, and waive what it started.
 */
import { isGiven, type Lead } from '../lead/lead.ts';
import type { LeadEvent } from '../lead/lead-event.ts';
import type { PromiseSettings } from '../promise.ts';
import { isPerson } from '../team/actor.ts';
import { promiseCalendarOf } from '../team/person.ts';
import { chasedAfter } from './chase.ts';
import { type LeadPromiseKind, type PromiseKind, targetOf } from './kinds.ts';
import { type Ending, LEAD_MOVES, leadMoveOf } from './moves.ts';
import {
  type Bound,
  ended,
  type InTime,
  makePromise,
  openedAgain,
  type PromiseEnd,
  type PromiseId,
  personOf,
  type TeamPromise,
} from './promise.ts';

/** What rows are made with. */
export interface Making {
  settings: PromiseSettings;
  newId: (kind: string) => string;
}

export interface LeadMoved {
  from: Lead;
  to: Lead;
  event: LeadEvent;
  eventId: string;
  /** When we heard of it: what the CRM tells may have happened long before. Epoch ms. */
  at: number;
  /** The move that is silent by this one. */
  undoes?: string | null;
}

/** For a new lead that is to be seen, be it that somebody has it elsewhere already. Who brings old leads out of a file promises nothing about them. */
export function promisesAtArrival(lead: Lead, eventId: string, making: Making): TeamPromise[] {
  const since = Math.max(lead.receivedAt, lead.createdAt);
  const owed = owedOn(lead).map((each) => start(each, { lead, since, eventId }, making));
  return lead.isTest ? owed : chasedAfter(owed, [], null);
}

/** The rows that the move has changed and those that it starts; `rows` are those that run, and those that an undone move has ended or started. */
export function promisesAfterMove(
  rows: readonly TeamPromise[],
  moved: LeadMoved,
  making: Making,
): TeamPromise[] {
  const changed = moved.undoes ? undone(rows, moved, moved.undoes) : moveOn(rows, moved, making);
  return moved.to.isTest ? changed : chasedAfter(changed, rows, activityOf(moved));
}

/** From when reminders count again; null: it is no sign of work. */
function activityOf({ event, to, at }: LeadMoved): number | null {
  if (to.snoozedUntil !== null && to.snoozedUntil > at) return to.snoozedUntil;
  return isPerson(event.actor) ? at : null;
}

function moveOn(rows: readonly TeamPromise[], moved: LeadMoved, making: Making): TeamPromise[] {
  const { from, to, eventId } = moved;
  const owed = owedOn(to);
  const running = rows.filter(({ end }) => end === null);
  const goOn = running.filter((row) => owed.some((each) => isSame(each, row)));
  const over = running.filter((row) => !goOn.includes(row));
  const endings = over.map((row) => ended(row, endingOf(moved, row.kind), endOf(moved)));
  const owedBefore = owedOn(from);
  const isNews = (each: OwedKind) => !owedBefore.some((before) => isSame(before, each));
  const starts = owed
    .filter((each) => isNews(each) && !goOn.some((row) => isSame(each, row)))
    .map((each) => start(each, { lead: to, since: moved.at, eventId }, making));
  const wasOpen = over.some(({ kind }) => kind === 'claim' || kind === 'take');
  return [...endings, ...starts, ...(wasOpen ? doneAtOnce(moved, making) : [])];
}

interface OwedKind {
  kind: LeadPromiseKind;
  owedBy: Bound;
}

/** What is owed while a lead is as it is. */
function owedOn(lead: Lead): OwedKind[] {
  const { state, owner, contactedAt } = lead;
  if (state === 'new') return [{ kind: 'claim', owedBy: 'sales' }];
  if (state === 'returned') return [{ kind: 'mend', owedBy: 'marketing' }];
  if (state !== 'claimed') return [];
  const owedBy = owner ?? 'sales';
  if (isGiven(lead)) return [{ kind: 'take', owedBy }];
  const verdict: OwedKind = { kind: 'verdict', owedBy };
  return contactedAt === null ? [{ kind: 'contact', owedBy }, verdict] : [verdict];
}

function isSame(
  one: Pick<TeamPromise, 'kind' | 'owedBy'>,
  other: Pick<TeamPromise, 'kind' | 'owedBy'>,
): boolean {
  return one.kind === other.kind && one.owedBy === other.owedBy;
}

/** Who contacts or judges a lead that nobody has taken takes it by that: what it comes after is owed and done in one. */
function doneAtOnce(moved: LeadMoved, making: Making): TeamPromise[] {
  const { from, to, event, eventId } = moved;
  if (from.state !== 'new' && !isGiven(from)) return [];
  return doneBy(event.kind).map((kind) => {
    const row = start({ kind, owedBy: to.owner ?? 'sales' }, { lead: to, since: moved.at, eventId }, making);
    return ended(row, endingOf(moved, kind), endOf(moved));
  });
}

function doneBy(move: LeadEvent['kind']): readonly LeadPromiseKind[] {
  if (move === 'contacted') return ['contact'];
  return move === 'qualified' || move === 'rejected' ? ['contact', 'verdict'] : [];
}

/** Of a promise that nobody owes any more. */
function endingOf(moved: LeadMoved, kind: PromiseKind): InTime {
  const name = leadMoveOf(moved.event, moved);
  const cell: Ending = name === null ? 'none' : LEAD_MOVES[name][kind as LeadPromiseKind];
  return cell === 'none' || cell === 'goes_on' ? 'overtaken' : cell;
}

function undone(rows: readonly TeamPromise[], moved: LeadMoved, undoneMove: string): TeamPromise[] {
  return rows.flatMap((row) => {
    if (row.startMove === undoneMove) {
      const at = row.end?.at ?? moved.at;
      return [ended(openedAgain(row), 'undone', { ...endOf(moved), at })];
    }
    return row.end?.move === undoneMove ? [openedAgain(row)] : [];
  });
}

function endOf({ event, eventId, at }: LeadMoved): Pick<PromiseEnd, 'at' | 'by' | 'move'> {
  return { at, by: event.actor, move: eventId };
}

function start(
  { kind, owedBy }: OwedKind,
  { lead, since, eventId }: { lead: Lead; since: number; eventId: string },
  { settings, newId }: Making,
): TeamPromise {
  const calendar = promiseCalendarOf(personOf(owedBy), settings);
  const isReturned = kind === 'mend' && lead.verdictBy !== null;
  return makePromise({
    ...{ kind, owedBy, calendar, about: lead.id, startedAt: since, startMove: eventId },
    ...(isReturned ? { owedTo: lead.verdictBy as Bound } : {}),
    ...{ id: newId('promise') as PromiseId, isTest: lead.isTest },
    target: targetOf(kind, lead.priority, { calendar, promises: settings.promises }),
  });
}

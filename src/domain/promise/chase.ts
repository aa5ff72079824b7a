/**
 * When a promise is looked at for a reminder. A sign of work lets the steps count from there again; but a lead that nobody has taken is
 * chased from its start, whatever happens to it. What comes after something else (the verdict after the contact) is left alone until then.
 */
import { addWorkingMinutes } from '../time/calendar.ts';
import { ruleOf } from './kinds.ts';
import type { TeamPromise } from './promise.ts';

/**
 * The rows to be written, with the time of their next look: those that a move has changed or started, and those that go on otherwise than
 * before. `activity`: from when the steps count again; null: it was no sign of work.
 */
export function chasedAfter(
  changed: readonly TeamPromise[],
  before: readonly TeamPromise[],
  activity: number | null,
): TeamPromise[] {
  const untouched = before.filter(({ id }) => !changed.some((row) => row.id === id));
  const all = [...changed, ...untouched];
  const running = all.filter(({ end }) => end === null);
  return all.flatMap((row) => {
    if (row.end !== null) return changed.includes(row) ? [row] : [];
    const next = withLook(again(row, activity), running);
    return changed.includes(row) || isOther(next, row) ? [next] : [];
  });
}

/** The steps begin again; nobody's work on it is a reason to leave a lead unclaimed. */
function again(row: TeamPromise, activity: number | null): TeamPromise {
  if (activity === null || row.kind === 'claim' || activity === row.cycleAt) return row;
  return { ...row, cycleAt: activity, said: null, toldAt: null };
}

function withLook(row: TeamPromise, running: readonly TeamPromise[]): TeamPromise {
  const { after } = ruleOf(row.kind);
  if (running.some(({ kind }) => kind === after)) return { ...row, lookAt: null };
  return { ...row, lookAt: row.said === null ? firstLookAt(row) : (row.lookAt ?? row.cycleAt) };
}

/** Counted as if nobody were ever on leave: a lead must not wait for a holiday to end. */
function firstLookAt({ kind, calendar, cycleAt, target }: TeamPromise): number {
  return addWorkingMinutes(calendar, cycleAt, target * (ruleOf(kind).steps[0]?.after ?? 1));
}

function isOther(one: TeamPromise, other: TeamPromise): boolean {
  return one.lookAt !== other.lookAt || one.cycleAt !== other.cycleAt;
}

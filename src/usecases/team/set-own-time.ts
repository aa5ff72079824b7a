import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { AuditChange, AuditValue } from '../../domain/team/audit.ts';
import { assertMayBeChosen } from '../../domain/team/choose-people.ts';
import { changeOwnTime, leaveAhead, type OwnTime, type OwnTimeChange } from '../../domain/team/own-time.ts';
import { dayFor, type People } from '../../domain/team/person.ts';
import { isManager } from '../../domain/team/settings.ts';
import type { CalendarSettings } from '../../domain/time/calendar.ts';
import { updateOwnTime } from '../../store/team/person.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { recordAudit } from './record-audit.ts';

/** Whom a command is about: by their mention, or by the name that others call them. */
export type Named = { id: PersonId } | { name: string };

export interface OwnTimeInput {
  by: PersonId;
  of: Named;
  /** Null: only to look. */
  change: OwnTimeChange | null;
}

export interface OwnTimeScene {
  person: PersonId;
  own: OwnTime;
  team: CalendarSettings;
}

/** One's own working time; a manager also that of others. */
export function setOwnTime(ctx: Context, { by, of, change }: OwnTimeInput): Promise<OwnTimeScene> {
  const run = async (work: Work) => {
    const { tx, now, settings } = work;
    const person = whoIs(of, settings.people ?? new Map());
    const before = settings.people?.get(person) ?? NOTHING_SAID;
    const today = dayFor(person, settings, now);
    if (!change) return { person, own: ahead(before, today), team: settings.calendar };
    if (person !== by && !isManager(settings, by)) throw refuse('own_time_not_yours');
    assertMayBeChosen({ field: 'person', people: [person] }, settings);
    const own = changeOwnTime(before, change, { today, team: settings.calendar });
    await updateOwnTime(tx, person, own, now);
    const [was, is] = [ahead(before, today), ahead(own, today)];
    await recordAudit(work, by, [auditOf(change.kind, was, is)]);
    return { person, own: is, team: settings.calendar };
  };
  // Held: of two who say a leave at once, the second adds to what the first has said.
  return perform(ctx, by, run, { locksSettings: change !== null });
}

function ahead(own: OwnTime, today: string): OwnTime {
  return { ...own, leave: leaveAhead(own.leave, today) };
}

const NOTHING_SAID: OwnTime = { hours: null, nextHours: null, region: null, leave: [] };

function whoIs(of: Named, people: People): PersonId {
  if ('id' in of) return of.id;
  const wanted = of.name.toLowerCase();
  const found = [...people.values()].filter(({ name }) => name?.toLowerCase() === wanted);
  const [only] = found;
  if (found.length === 1 && only) return only.id;
  throw refuse('unknown_person', { name: of.name });
}

function auditOf(kind: OwnTimeChange['kind'], before: OwnTime, after: OwnTime): AuditChange {
  if (kind === 'hours')
    return {
      what: { code: 'own_hours' },
      before: before.hours && { ownHours: before.hours, since: null },
      after: nextOf(after),
    };
  if (kind === 'region') return { what: { code: 'own_region' }, before: before.region, after: after.region };
  return { what: { code: 'leave' }, before: leaveOf(before), after: leaveOf(after) };
}

function nextOf({ nextHours }: OwnTime): AuditValue {
  return nextHours && { ownHours: nextHours.hours, since: nextHours.from };
}

function leaveOf({ leave }: OwnTime): AuditValue {
  return leave.length === 0 ? null : { leave };
}

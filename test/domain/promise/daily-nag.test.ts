import { describe, expect, it } from 'vitest';
import {
  boundPeople,
  dailyStepAt,
  nextDailyLook,
  recipientsOf,
  saidStep,
} from '../../../src/domain/promise/daily-nag.ts';
import { makePromise, type PromiseId, type TeamPromise } from '../../../src/domain/promise/promise.ts';
import { promiseCalendarOf } from '../../../src/domain/team/person.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { SETTINGS } from '../../support/sample-lead.ts';
import { samplePerson, teamOf } from '../../support/sample-person.ts';

/** Two working days from Tuesday morning: due on Wednesday evening. */
function promise(more: Partial<TeamPromise> = {}): TeamPromise {
  const made = makePromise({
    ...{ kind: 'mend', about: 'lead_1', owedBy: 'marketing', startMove: 'event_1', target: 1080 },
    id: 'promise_1' as PromiseId,
    startedAt: berlin('2026-11-17T09:00'),
    calendar: promiseCalendarOf(null, SETTINGS),
  });
  return { ...made, ...more };
}

const ANSWER = promise({ kind: 'answer', owedBy: 'sales', owedTo: MIA });
const step = (at: string, of = promise()) => dailyStepAt(of, berlin(at));

describe('what is owed besides the leads in the channel', () => {
  it('is said near its due time, at it, and to the managers at twice the time', () => {
    expect(step('2026-11-18T14:00')).toBe(null);
    expect(step('2026-11-18T16:00')?.step).toBe('near');
    expect(step('2026-11-18T18:00')?.step).toBe('breach');
    expect(step('2026-11-20T18:00')?.step).toBe('manager');
    expect(saidStep(promise({ said: 'breach' }))?.to).toBe('bound');
  });

  it('is told to who owes it, then to who waits for it, then to the managers', () => {
    const reach = { settings: SETTINGS, asked: [ANA, BEN] };
    const heard = (of: TeamPromise, said: string) => recipientsOf(of, saidStep({ ...of, said })!, reach);
    expect(heard(promise(), 'breach')).toEqual([MIA]);
    expect(heard(promise(), 'manager')).toEqual([MIA, MAX]);
    expect(heard(ANSWER, 'near')).toEqual([ANA, BEN]);
    expect(heard(ANSWER, 'waiting')).toEqual([ANA, BEN, MIA]);
    expect(heard(ANSWER, 'manager')).toEqual([ANA, BEN, MIA, MAX]);
  });

  it('falls to the managers where nobody living owes it; what a channel was asked binds nobody by name', () => {
    const settings = teamOf(samplePerson(MIA, { isActive: false }));
    expect(boundPeople(promise(), { settings, asked: [] })).toEqual([MAX]);
    expect(boundPeople(promise({ owedBy: MIA }), { settings, asked: [] })).toEqual([MAX]);
    expect(boundPeople(ANSWER, { settings, asked: [] })).toEqual([]);
  });

  it('is looked at with the next step, and again when its people come to work', () => {
    const look = (at: string) =>
      inBerlin(nextDailyLook(promise(), [MIA], { settings: SETTINGS, now: berlin(at) }));
    expect(look('2026-11-18T16:00')).toBe('Wed 2026-11-18 18:00');
    expect(look('2026-11-18T18:00')).toBe('Thu 2026-11-19 09:00');
    expect(look('2026-11-21T12:00')).toBe('Mon 2026-11-23 09:00');
  });
});

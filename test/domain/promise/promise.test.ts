import { describe, expect, it } from 'vitest';
import {
  ended,
  isBroken,
  lateBy,
  makePromise,
  openedAgain,
  type PromiseId,
  personOf,
  statusOf,
} from '../../../src/domain/promise/promise.ts';
import { promiseCalendarOf } from '../../../src/domain/team/person.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA } from '../../support/people.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

const PROMISE = makePromise({
  id: 'promise_1' as PromiseId,
  kind: 'contact',
  about: 'lead_1',
  owedBy: ANA,
  startedAt: berlin('2026-11-17T14:15'),
  startMove: 'event_1',
  target: 240,
  calendar: promiseCalendarOf(null, SETTINGS),
});
const DUE = berlin('2026-11-18T09:15');
const move = (at: number) => ({ at, by: ANA, move: 'event_2' });

describe('a promise', () => {
  it('is due after its target of working time, and owed to the side that its kind says', () => {
    expect(PROMISE).toMatchObject({ dueAt: DUE, owedTo: 'marketing', end: null });
  });

  it('is kept up to its due time, and broken from then on', () => {
    expect(statusOf(PROMISE, DUE)).toBe('running');
    expect(statusOf(PROMISE, DUE + 1)).toBe('overdue');
    expect(statusOf(ended(PROMISE, 'kept', move(DUE)), DUE + 1)).toBe('kept');
    expect(isBroken(PROMISE, DUE)).toBe(false);
    expect(isBroken(PROMISE, DUE + 1)).toBe(true);
  });

  it('is broken, not waived, by whatever takes it off somebody too late; by working time', () => {
    const late = ended(PROMISE, 'released', move(berlin('2026-11-19T10:15')));
    expect(late.end).toMatchObject({ how: 'broken', why: 'released', late: 9 * 60 + 60 });
    expect(lateBy(PROMISE, berlin('2026-11-18T09:20'))).toBe(5);
    expect(ended(PROMISE, 'released', move(DUE)).end).toMatchObject({ how: 'waived', late: null });
  });

  it('runs again as it was when what ended it is undone', () => {
    expect(openedAgain(ended(PROMISE, 'kept', move(DUE)))).toEqual(PROMISE);
  });

  it('binds a person, or a side together', () => {
    expect(personOf(ANA)).toBe(ANA);
    expect(personOf('marketing')).toBe(null);
  });
});

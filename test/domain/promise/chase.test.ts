import { expect, it } from 'vitest';
import { chasedAfter } from '../../../src/domain/promise/chase.ts';
import { makePromise, type PromiseId, type TeamPromise } from '../../../src/domain/promise/promise.ts';
import { promiseCalendarOf } from '../../../src/domain/team/person.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import { ANA } from '../../support/people.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

function promise(kind: TeamPromise['kind'], more: Partial<TeamPromise> = {}): TeamPromise {
  const made = makePromise({
    ...{ kind, about: 'lead_1', owedBy: ANA, startMove: 'event_1', target: 100 },
    id: `promise_${kind}` as PromiseId,
    startedAt: berlin('2026-11-17T09:00'),
    calendar: promiseCalendarOf(null, SETTINGS),
  });
  return { ...made, ...more };
}

const NOON = berlin('2026-11-17T12:00');
const says = (rows: readonly TeamPromise[]) =>
  rows.map(({ kind, said, lookAt }) => [kind, said, lookAt === null ? null : inBerlin(lookAt).slice(-5)]);

it('A sign of work lets the steps count again; what was said before may be said again', () => {
  const nagged = promise('contact', { said: 'near', toldAt: 5, lookAt: NOON });
  expect(says(chasedAfter([], [nagged], NOON))).toEqual([['contact', null, '13:20']]);
  expect(chasedAfter([], [nagged], null)).toEqual([]);
});

it('Nobody’s work on it leaves a lead unclaimed in peace', () => {
  const claim = promise('claim', { said: 'near', lookAt: NOON });
  expect(chasedAfter([], [claim], NOON)).toEqual([]);
});

it('A verdict is left alone while the contact runs, and no longer', () => {
  const [contact, verdict] = [promise('contact'), promise('verdict')];
  expect(says(chasedAfter([contact, verdict], [], null))).toEqual([
    ['contact', null, '10:20'],
    ['verdict', null, null],
  ]);
  const made = {
    ...contact,
    end: { at: 1, by: ANA, move: 'm', how: 'kept', why: null, late: null } as const,
  };
  expect(says(chasedAfter([made], [contact, verdict], null))).toEqual([
    ['contact', null, null],
    ['verdict', null, '10:20'],
  ]);
});

import { expect, it } from 'vitest';
import { agendaOwner } from '../../../src/domain/scorecard/agenda-owner.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { samplePerson, teamOf } from '../../support/sample-person.ts';

const MONDAY = berlin('2026-11-23T09:00');
const AWAY = { leave: [{ from: '2026-11-20', to: '2026-11-27' }] };
const A_DAY_OFF = { leave: [{ from: '2026-11-23', to: '2026-11-23' }] };
const OFFICES = { managers: [MAX, ANA], marketers: [MIA, BEN] };
type Changes = Parameters<typeof samplePerson>[1];

function owners(max: Changes, ana: Changes, mia: Changes = {}, ben: Changes = {}) {
  const people = [
    samplePerson(MAX, max),
    samplePerson(ANA, ana),
    samplePerson(MIA, mia),
    samplePerson(BEN, ben),
  ];
  const team = { ...teamOf(...people), ...OFFICES };
  return [agendaOwner('sales', team, MONDAY), agendaOwner('marketing', team, MONDAY)];
}

it('The first of each office sees to what is off track', () => {
  expect(owners({}, {})).toEqual([MAX, MIA]);
});

it('Who is on leave for the week, gone, or may not act passes it on; a day off passes nothing on', () => {
  expect(owners(AWAY, {}, { isActive: false })).toEqual([ANA, BEN]);
  expect(owners({ account: 'guest' }, {}, A_DAY_OFF)).toEqual([ANA, MIA]);
});

it('Where nobody of an office is there it falls on the other; where nobody is at all, on nobody', () => {
  expect(owners(AWAY, AWAY)).toEqual([MIA, MIA]);
  expect(owners(AWAY, AWAY, AWAY, { isActive: false })).toEqual([null, null]);
});

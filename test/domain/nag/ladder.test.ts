import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundPeople,
  dueStep,
  isLeftOvernight,
  nextLook,
  recipientsOf,
} from '../../../src/domain/nag/ladder.ts';
import { MOST_NAGS_A_DAY } from '../../../src/domain/nag/receipt.ts';
import { chasedAfter } from '../../../src/domain/promise/chase.ts';
import { type PromiseKind, promiseKinds, ruleOf, targetOf } from '../../../src/domain/promise/kinds.ts';
import {
  makePromise,
  type PromiseId,
  personOf,
  type TeamPromise,
} from '../../../src/domain/promise/promise.ts';
import { isAtWork, promiseCalendarOf } from '../../../src/domain/team/person.ts';
import type { Settings } from '../../../src/domain/team/settings.ts';
import { isWorkingTime, teamCalendar } from '../../../src/domain/time/calendar.ts';
import { DAY } from '../../../src/domain/time/duration.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { SETTINGS } from '../../support/sample-lead.ts';
import { samplePerson, teamOf } from '../../support/sample-person.ts';

const ARRIVED = berlin('2026-11-17T14:15');
const CLAIMED = berlin('2026-11-17T14:19');

function promise(
  kind: PromiseKind,
  more: Partial<TeamPromise> = {},
  settings: Settings = SETTINGS,
): TeamPromise {
  const owedBy = more.owedBy ?? (kind === 'contact' || kind === 'verdict' ? ANA : ruleOf(kind).owedBy);
  const calendar = promiseCalendarOf(personOf(owedBy), settings);
  const made = makePromise({
    ...{ kind, about: 'lead_1', owedBy, startMove: 'event_1', id: 'promise_1' as PromiseId, calendar },
    startedAt: kind === 'claim' ? ARRIVED : CLAIMED,
    target: targetOf(kind, 'standard', { promises: settings.promises, calendar }),
    ...more,
  });
  const [chased] = chasedAfter([{ ...made, ...more }], [], null);
  return chased!;
}

describe('the ladder of nags', () => {
  it('goes up for each kind, in order of time', () => {
    for (const kind of promiseKinds()) {
      const fractions = ruleOf(kind).steps.map(({ after }) => after);
      expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
      expect(fractions.length).toBeGreaterThan(0);
    }
  });

  it('speaks of a lead that nobody touches three times, then each working day until it moves', () => {
    expect(timeline(promise('claim'), 9)).toEqual([
      'Tue 2026-11-17 15:51  near: nobody, thread',
      'Tue 2026-11-17 16:15  breach: on_duty, channel',
      'Wed 2026-11-18 09:15  manager: managers, daily_and_thread',
      'Wed 2026-11-18 09:15  today: U_MAX',
      'Thu 2026-11-19 09:00  today: U_MAX, and the channel',
      'Fri 2026-11-20 09:00  today: U_MAX, and the channel',
      'Mon 2026-11-23 09:00  today: U_MAX, and the channel',
      'Tue 2026-11-24 09:00  today: U_MAX, and the channel',
      'Wed 2026-11-25 09:00  today: U_MAX, and the channel',
    ]);
  });

  it('asks the owner of a claimed lead, then a manager, then takes it back', () => {
    expect(timeline(promise('contact'), 9)).toEqual([
      'Tue 2026-11-17 17:31  near: nobody, thread',
      'Wed 2026-11-18 09:19  breach: bound, dm',
      'Wed 2026-11-18 13:19  manager: managers, daily_and_thread',
      'Wed 2026-11-18 13:19  today: U_MAX',
      'Wed 2026-11-18 17:19  release: nobody, move',
    ]);
    expect(timeline(promise('verdict'), 5)).toEqual([
      'Mon 2026-11-23 14:19  near: nobody, thread',
      'Tue 2026-11-24 14:19  breach: bound, dm',
      'Tue 2026-12-01 14:19  manager: managers, daily_and_thread',
      'Tue 2026-12-01 14:19  today: U_MAX',
      'Wed 2026-12-02 09:00  today: U_MAX, and the channel',
    ]);
  });

  it('says only the latest step after a silence', () => {
    const now = berlin('2026-11-24T10:00');
    expect(dueStep(promise('claim'), { settings: SETTINGS, now })?.step).toBe('manager');
    expect(dueStep({ ...promise('claim'), said: 'manager' }, { settings: SETTINGS, now })).toBeNull();
  });

  it('never takes a lead back before a manager has had the time of a promise to act', () => {
    const now = berlin('2026-12-08T10:00');
    const told = { ...promise('contact'), said: 'manager', toldAt: now };
    expect(inBerlin(nextLook(told, { settings: SETTINGS, now, recipients: [] })!)).toBe(
      'Tue 2026-12-08 14:00',
    );
  });

  it('leaves an owner in peace on leave and outside their hours, and asks a manager meanwhile', () => {
    const leave = [{ from: '2026-11-18', to: '2026-11-24' }];
    const away = teamOf(samplePerson(ANA, { leave }));
    expect(timeline(promise('contact', {}, away), 9, away)).toEqual([
      'Tue 2026-11-17 17:31  near: nobody, thread',
      'Wed 2026-11-18 13:19  manager: managers, daily_and_thread',
      'Wed 2026-11-18 13:19  today: U_MAX',
      'Wed 2026-11-18 17:19  release: nobody, move',
    ]);
    const newYork = teamOf(samplePerson(ANA, { timezone: 'America/New_York' }));
    // Claimed before their day began: it counts from nine o'clock there, three in Berlin.
    expect(timeline(promise('contact', {}, newYork), 4, newYork)).toEqual([
      'Tue 2026-11-17 18:12  near: nobody, thread',
      'Tue 2026-11-17 19:00  breach: bound, dm',
      'Wed 2026-11-18 09:00  manager: managers, daily_and_thread',
      'Wed 2026-11-18 09:00  today: U_MAX',
    ]);
  });

  it('looks again at the latest after a day: hours and leave may change meanwhile', () => {
    const leave = [{ from: '2026-11-18', to: '2027-02-24' }];
    const away = teamOf(samplePerson(ANA, { leave }));
    const said = { ...promise('contact', {}, away), said: 'near' };
    const now = berlin('2026-11-18T09:30');
    const next = nextLook(said, { settings: { ...away, managers: [] }, now, recipients: [] })!;
    expect(next - now).toBeLessThanOrEqual(DAY);
  });

  it('looks again only later, and speaks only while whoever hears it is there, whatever their zone', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia');
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(zones, minutes, fc.constantFrom(...promiseKinds()), (timezone, later, kind) => {
        const team = teamOf(samplePerson(ANA, { timezone }));
        const now = CLAIMED + later * 60_000;
        const row = promise(kind, {}, team);
        const step = dueStep(row, { settings: team, now });
        const said = step ? { ...row, said: step.step, toldAt: step.to === 'managers' ? now : null } : row;
        const recipients = recipientsOf(said, { settings: team, asked: [ANA] });
        const next = nextLook(said, { settings: team, now, recipients });
        expect(next ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
        if (step?.how === 'dm') expect(isAtWork(ANA, team, now)).toBe(true);
        if (step?.how === 'channel') expect(isWorkingTime(teamCalendar(team), now)).toBe(true);
      }),
    );
  });

  it('is the table in the docs', () => {
    const docs = readFileSync('docs/nags.md', 'utf8');
    const onCards = ['claim', 'take', 'contact', 'verdict'] as const;
    const steps = onCards.flatMap((kind) => ruleOf(kind).steps.map((step) => ({ kind, ...step })));
    for (const { kind, after, step } of steps) {
      expect(docs).toMatch(new RegExp(`\\| ${kind} \\| ${Math.round(after * 100)} % \\| ${step} \\|`));
    }
    expect(docs.match(/^\| \w+ \| \d+ % \|/gm)).toHaveLength(steps.length);
    expect(docs).toContain(`${MOST_NAGS_A_DAY} nag messages a day`);
  });
});

describe('what is owed besides the leads in the channel', () => {
  /** Two working days from Tuesday morning: due on Wednesday evening. */
  const mend = (more: Partial<TeamPromise> = {}) =>
    promise('mend', {
      startedAt: berlin('2026-11-17T09:00'),
      target: 1080,
      cycleAt: berlin('2026-11-17T09:00'),
      ...more,
    });
  const answer = (said: string) => promise('answer', { owedTo: MIA, said });

  it('is said near its due time, at it, and to the managers at twice the time', () => {
    const step = (at: string) => dueStep(mend(), { settings: SETTINGS, now: berlin(at) })?.step ?? null;
    expect(step('2026-11-18T14:00')).toBe(null);
    expect(step('2026-11-18T16:00')).toBe('near');
    expect(step('2026-11-18T18:00')).toBe('breach');
    expect(step('2026-11-20T18:00')).toBe('manager');
  });

  it('is told to who owes it, then to who waits for it, then to the managers', () => {
    const heard = (of: TeamPromise) => recipientsOf(of, { settings: SETTINGS, asked: [ANA, BEN] });
    expect(heard(mend())).toEqual([]);
    expect(heard(mend({ said: 'breach' }))).toEqual([MIA]);
    expect(heard(mend({ said: 'manager' }))).toEqual([MIA, MAX]);
    expect(heard(answer('near'))).toEqual([ANA, BEN]);
    expect(heard(answer('waiting'))).toEqual([ANA, BEN, MIA]);
    expect(heard(answer('manager'))).toEqual([ANA, BEN, MIA, MAX]);
    expect(heard(promise('contact', { said: 'breach' }))).toEqual([]);
    expect(heard(promise('contact', { said: 'manager' }))).toEqual([MAX]);
  });

  it('falls to the managers where nobody living owes it; what a channel was asked binds nobody by name', () => {
    const settings = teamOf(samplePerson(MIA, { isActive: false }));
    expect(boundPeople(mend(), { settings, asked: [] })).toEqual([MAX]);
    expect(boundPeople(mend({ owedBy: MIA }), { settings, asked: [] })).toEqual([MAX]);
    expect(boundPeople(answer('near'), { settings, asked: [] })).toEqual([]);
  });

  it('is looked at with the next step, and again when its people come to work', () => {
    const look = (at: string, said: string | null) =>
      inBerlin(nextLook(mend({ said }), { settings: SETTINGS, now: berlin(at), recipients: [MIA] })!);
    expect(look('2026-11-18T16:00', 'near')).toBe('Wed 2026-11-18 18:00');
    expect(look('2026-11-18T18:00', 'breach')).toBe('Thu 2026-11-19 09:00');
    expect(look('2026-11-21T12:00', 'manager')).toBe('Sun 2026-11-22 12:00');
    expect(look('2026-11-22T12:00', 'manager')).toBe('Mon 2026-11-23 09:00');
  });
});

/** Looks when it should and says what is due; so many lines at most. */
function timeline(first: TeamPromise, most: number, settings: Settings = SETTINGS): string[] {
  const lines: string[] = [];
  let row = first;
  for (let now = row.lookAt; now !== null && lines.length < most; now = row.lookAt) {
    const step = dueStep(row, { settings, now });
    if (step) lines.push(`${inBerlin(now)}  ${step.step}: ${step.to}, ${step.how}`);
    if (step?.how === 'move') return lines;
    const said = step ? { ...row, said: step.step, toldAt: step.to === 'managers' ? now : row.toldAt } : row;
    const recipients = recipientsOf(said, { settings, asked: [] });
    const there = recipients.filter((id) => isAtWork(id, settings, now as number));
    const inChannel = isLeftOvernight(said, { settings, now }) ? ', and the channel' : '';
    if (there.length > 0) lines.push(`${inBerlin(now)}  today: ${there.join()}${inChannel}`);
    row = { ...said, lookAt: nextLook(said, { settings, now, recipients }) };
  }
  return lines;
}

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../src/domain/lead/lead.ts';
import { dueNag, LADDER, type NagHistory, nextLookAt, nextNagAt } from '../../../src/domain/nag/nag.ts';
import { MOST_NAGS_A_DAY } from '../../../src/domain/nag/receipt.ts';
import { isAtWork } from '../../../src/domain/team/person.ts';
import { isWorkingTime, teamCalendar } from '../../../src/domain/time/calendar.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import { ANA } from '../../support/people.ts';
import { SETTINGS, sampleLead } from '../../support/sample-lead.ts';
import { samplePerson, teamOf } from '../../support/sample-person.ts';

const claimed = sampleLead({ state: 'claimed', owner: ANA, claimedAt: berlin('2026-11-17T14:19') });

describe('the ladder of nags', () => {
  it('goes up for each promise, in order of time', () => {
    for (const promise of ['claim', 'contact', 'verdict']) {
      const fractions = LADDER.filter((rule) => rule.promise === promise).map((rule) => rule.after);
      expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
      expect(fractions.length).toBeGreaterThan(0);
    }
  });

  it('speaks of a lead that nobody touches three times, and ends', () => {
    expect(timeline(sampleLead())).toEqual([
      'Tue 2026-11-17 15:51  claim near: nobody, thread',
      'Tue 2026-11-17 16:15  claim breach: on_duty, channel',
      'Wed 2026-11-18 09:15  claim manager: managers, digest',
    ]);
  });

  it('asks the owner of a claimed lead, then a manager, then takes it back', () => {
    expect(timeline(claimed)).toEqual([
      'Tue 2026-11-17 17:31  contact near: nobody, thread',
      'Wed 2026-11-18 09:19  contact breach: owner, dm',
      'Wed 2026-11-18 13:19  contact manager: managers, digest',
      'Wed 2026-11-18 17:19  contact release: nobody, move',
    ]);
    const contacted = { ...claimed, contactedAt: berlin('2026-11-17T16:02') };
    expect(timeline(contacted)).toEqual([
      'Mon 2026-11-23 14:19  verdict near: nobody, thread',
      'Tue 2026-11-24 14:19  verdict breach: owner, dm',
      'Tue 2026-12-01 14:19  verdict manager: managers, digest',
    ]);
  });

  it('says only the latest step after a silence', () => {
    const nothing = { sent: [], cameBackAt: null };
    const due = dueNag(sampleLead(), SETTINGS, { history: nothing, now: berlin('2026-11-24T10:00') });
    expect(due?.step).toBe('manager');
    expect(
      nextNagAt(sampleLead(), SETTINGS, { sent: [{ ...due!, sentAt: 0 }], cameBackAt: null }),
    ).toBeNull();
  });

  it('starts again for a lead that came back to the channel', () => {
    const cameBackAt = berlin('2026-11-19T10:00');
    const sent = [
      { promise: 'claim', step: 'manager', cycleAt: sampleLead().receivedAt, sentAt: 0 },
    ] as const;
    expect(inBerlin(nextNagAt(sampleLead(), SETTINGS, { sent, cameBackAt })!)).toBe('Thu 2026-11-19 11:36');
  });

  it('starts again with any sign of work, and when a snooze ends', () => {
    const activeAt = berlin('2026-11-18T12:00');
    expect(inBerlin(nextNagAt({ ...claimed, activeAt }, SETTINGS)!)).toBe('Wed 2026-11-18 15:12');
    const snoozedUntil = berlin('2026-11-20T09:00');
    expect(inBerlin(nextNagAt({ ...claimed, activeAt, snoozedUntil }, SETTINGS)!)).toBe(
      'Fri 2026-11-20 12:12',
    );
  });

  it('is quiet about tests, about leads without a card, and after the verdict', () => {
    expect(nextNagAt(sampleLead({ isTest: true }), SETTINGS)).toBeNull();
    expect(nextNagAt(sampleLead({ cardChannel: null }), SETTINGS)).toBeNull();
    expect(nextNagAt({ ...claimed, state: 'qualified', verdictAt: 1 }, SETTINGS)).toBeNull();
  });

  it('never takes a lead back before a manager has had the time of a promise to act', () => {
    const nothing: NagHistory = { sent: [], cameBackAt: null };
    const now = berlin('2026-12-08T10:00');
    const told = dueNag(claimed, SETTINGS, { history: nothing, now })!;
    expect(told.step).toBe('manager');
    const history = { sent: [{ ...told, sentAt: now }], cameBackAt: null };
    expect(inBerlin(nextLookAt(claimed, SETTINGS, { history, now })!)).toBe('Tue 2026-12-08 14:00');
  });

  it('leaves an owner in peace on leave and outside their hours, and asks a manager meanwhile', () => {
    const leave = [{ from: '2026-11-18', to: '2026-11-24' }];
    expect(timeline(claimed, teamOf(samplePerson(ANA, { leave })))).toEqual([
      'Tue 2026-11-17 17:31  contact near: nobody, thread',
      'Wed 2026-11-18 13:19  contact manager: managers, digest',
      'Wed 2026-11-18 17:19  contact release: nobody, move',
    ]);
    const newYork = teamOf(samplePerson(ANA, { timezone: 'America/New_York' }));
    // Claimed before their day began: it counts from nine o'clock there, three in Berlin.
    expect(timeline(claimed, newYork)).toEqual([
      'Tue 2026-11-17 18:12  contact near: nobody, thread',
      'Tue 2026-11-17 19:00  contact breach: owner, dm',
      'Wed 2026-11-18 09:00  contact manager: managers, digest',
      'Thu 2026-11-19 09:00  contact release: nobody, move',
    ]);
  });

  it('looks again only later, and speaks only while its recipients are there, whatever their zone', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia');
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(zones, minutes, fc.boolean(), (timezone, later, isOwned) => {
        const lead = isOwned ? claimed : sampleLead();
        const team = teamOf(samplePerson(ANA, { timezone }));
        const now = berlin('2026-11-17T14:19') + later * 60_000;
        const nothing: NagHistory = { sent: [], cameBackAt: null };
        const due = dueNag(lead, team, { history: nothing, now });
        const sent = due ? [{ ...due, sentAt: now }] : [];
        const next = nextLookAt(lead, team, { history: { sent, cameBackAt: null }, now });
        expect(next ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
        if (due?.rule.whom === 'owner') expect(isAtWork(ANA, team, now)).toBe(true);
        if (due?.rule.how === 'channel') expect(isWorkingTime(teamCalendar(team), now)).toBe(true);
      }),
    );
  });

  it('is the table in the docs', () => {
    const docs = readFileSync('docs/nags.md', 'utf8');
    for (const { promise, after, step } of LADDER) {
      expect(docs).toMatch(new RegExp(`\\| ${promise} \\| ${Math.round(after * 100)} % \\| ${step} \\|`));
    }
    expect(docs.match(/^\| \w+ \| \d+ % \|/gm)).toHaveLength(LADDER.length);
    expect(docs).toContain(`${MOST_NAGS_A_DAY} nag messages a day`);
  });
});

/** Looks when it should, says what is due, until there is nothing more to say. */
function timeline(lead: Lead, settings = SETTINGS): string[] {
  const sent: NagHistory['sent'][number][] = [];
  const lines: string[] = [];
  for (;;) {
    const now = nextNagAt(lead, settings, { sent, cameBackAt: null });
    if (now === null) return lines;
    const due = dueNag(lead, settings, { history: { sent, cameBackAt: null }, now });
    if (!due) throw new Error('Nothing was due when something should have been');
    sent.push({ ...due, sentAt: now });
    lines.push(`${inBerlin(now)}  ${due.promise} ${due.step}: ${due.rule.whom}, ${due.rule.how}`);
  }
}

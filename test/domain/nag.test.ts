import { describe, expect, it } from 'vitest';
import type { Lead } from '../../src/domain/lead/lead.ts';
import { dueNag, LADDER, type NagKey, nextNagAt } from '../../src/domain/nag.ts';
import { berlin, inBerlin } from '../support/berlin.ts';
import { ANA } from '../support/people.ts';
import { SETTINGS, sampleLead } from '../support/sample-lead.ts';

/** Looks when it should, says what is due, until there is nothing more to say. */
function timeline(lead: Lead): string[] {
  const sent: NagKey[] = [];
  const lines: string[] = [];
  for (;;) {
    const now = nextNagAt(lead, SETTINGS, { sent, cameBackAt: null });
    if (now === null) return lines;
    const due = dueNag(lead, SETTINGS, { history: { sent, cameBackAt: null }, now });
    if (!due) throw new Error('Nothing was due when something should have been');
    sent.push(due);
    lines.push(`${inBerlin(now)}  ${due.promise} ${due.step}: ${due.rule.whom}, ${due.rule.how}`);
  }
}

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
      'Tue 2026-11-17 16:15  claim breach: channel, channel',
      'Wed 2026-11-18 09:15  claim manager: managers, thread',
    ]);
  });

  it('asks the owner of a claimed lead, then a manager', () => {
    expect(timeline(claimed)).toEqual([
      'Tue 2026-11-17 17:31  contact near: nobody, thread',
      'Wed 2026-11-18 09:19  contact breach: owner, dm',
      'Wed 2026-11-18 13:19  contact manager: managers, thread',
    ]);
    const contacted = { ...claimed, contactedAt: berlin('2026-11-17T16:02') };
    expect(timeline(contacted)).toEqual([
      'Mon 2026-11-23 14:19  verdict near: nobody, thread',
      'Tue 2026-11-24 14:19  verdict breach: owner, dm',
      'Tue 2026-12-01 14:19  verdict manager: managers, thread',
    ]);
  });

  it('says only the latest step after a silence', () => {
    const nothing = { sent: [], cameBackAt: null };
    const due = dueNag(sampleLead(), SETTINGS, { history: nothing, now: berlin('2026-11-24T10:00') });
    expect(due?.step).toBe('manager');
    expect(nextNagAt(sampleLead(), SETTINGS, { sent: [due!], cameBackAt: null })).toBeNull();
  });

  it('starts anew for a lead that came back to the channel', () => {
    const cameBackAt = berlin('2026-11-19T10:00');
    const sent = [{ promise: 'claim', step: 'manager', cycleAt: sampleLead().receivedAt }] as const;
    expect(inBerlin(nextNagAt(sampleLead(), SETTINGS, { sent, cameBackAt })!)).toBe('Thu 2026-11-19 11:36');
  });

  it('starts anew with any sign of work, and when a snooze ends', () => {
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
});

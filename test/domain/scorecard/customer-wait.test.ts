import { describe, expect, it } from 'vitest';
import type { FactPromise } from '../../../src/domain/scorecard/cohort.ts';
import { firstContact } from '../../../src/domain/scorecard/customer-wait.ts';
import { HOUR, MINUTE } from '../../../src/domain/time/duration.ts';
import { berlin } from '../../support/berlin.ts';
import { said, scorecard, times } from '../../support/built-week.ts';
import { fact, factsOf, worked } from '../../support/scorecard-facts.ts';

const ARRIVED = berlin('2026-11-17T10:00');

/** The promises of a lead that was worked, as they follow from how it stands. */
function promisesOf(lead: ReturnType<typeof fact>): readonly FactPromise[] {
  return factsOf([lead]).leads[0]?.promises ?? [];
}

describe('the customer’s wait', () => {
  it('goes from the arrival to the first contact, by the wall clock and in working time', () => {
    // On Friday at 17:00, and on Monday at 10:00 somebody called.
    const friday = berlin('2026-11-20T17:00');
    const card = scorecard([worked(60, 64 * 60, { receivedAt: friday })]);
    expect(said(card, 'waitWallTime')[0]).toBe('2 days 17 h, 90 % in 2 days 17 h (of 1)*');
    expect(said(card, 'waitTime')[0]).toBe('2 h, 90 % in 2 h (of 1)*');
  });

  it('is not made shorter by giving the lead back: who claims it next has not answered sooner', () => {
    const [first] = promisesOf(worked(0, 3 * 24 * 60)).filter(({ kind }) => kind === 'contact');
    const claimedAgain = ARRIVED + 72 * HOUR;
    const lead = fact({
      state: 'claimed',
      claimedAt: claimedAgain,
      contactedAt: claimedAgain + MINUTE,
      promises: [
        { ...first!, isDone: false, endedAt: claimedAgain },
        { ...first!, startedAt: claimedAgain, endedAt: claimedAgain + MINUTE, isDone: true },
      ],
    });
    expect(said(scorecard([lead]), 'waitWallTime')[0]).toMatch(/^3 days/);
  });

  it('ends with the first who spoke to the customer, though the lead was given back after that', () => {
    const promises = promisesOf(worked(5, 10));
    const lead = fact({ state: 'new', claimedAt: null, contactedAt: null, promises });
    expect(firstContact(lead)).toBe(ARRIVED + 15 * MINUTE);
  });

  it('tells how many were answered within a time; who waits and may still be answered in it counts later', () => {
    const now = ARRIVED + 30 * MINUTE;
    const leads = [worked(1, 2), worked(1, 20), fact(), fact({ receivedAt: now - 2 * MINUTE })];
    const card = scorecard(leads, { now });
    expect(said(card, 'answeredIn5Minutes')[0]).toBe('33 % (1/3)*');
    expect(said(card, 'answeredInHour')[0]).toBe('100 % (2/2)*');
    expect(said(card, 'unanswered')[0]).toBe('2');
  });

  it('counts leads that were judged without any contact as not contacted', () => {
    const unseen = times(10, () => fact({ state: 'rejected', reason: 'not_our_market', verdictAt: ARRIVED }));
    const card = scorecard(unseen);
    expect(said(card, 'unanswered')[0]).toBe('10');
    expect(said(card, 'answeredInDay')[0]).toBe('0 % (0/10)');
  });

  it('leaves out leads that came without a card, of which nobody knows', () => {
    const old = fact({ cardChannel: null, state: 'qualified', contactedAt: ARRIVED - HOUR });
    const card = scorecard([old]);
    expect(said(card, 'waitWallTime')[0]).toBe('–');
    expect(said(card, 'unanswered')[0]).toBe('0');
  });
});

import { describe, expect, it } from 'vitest';
import { close, recordOutcome } from '../../../src/domain/lead/close.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { BERLIN, sampleLead } from '../../support/sample-lead.ts';

const NOW = berlin('2026-11-20T10:00');
const EUROS = { minor: 1_800_000, currency: 'EUR' };
const QUALIFIED = sampleLead({ state: 'qualified', owner: ANA, value: EUROS });
const by = { person: ANA, isManager: false };
const saying = { now: NOW, timezone: BERLIN };
const won = (on: string | null) =>
  close(QUALIFIED, by, { outcome: 'won', value: null, reason: null, on }, saying);

describe('won or lost, by a person', () => {
  it('is now, or at the end of the day that is said', () => {
    expect(won(null).lead).toMatchObject({ state: 'won', closedAt: NOW, value: EUROS });
    expect(won('2026-11-20').lead.closedAt).toBe(NOW);
    const { lead, event } = won('2026-11-18');
    expect(lead.closedAt).toBe(berlin('2026-11-18T23:59'));
    expect(event).toMatchObject({ at: NOW, data: { on: '2026-11-18' } });
  });

  it('is neither tomorrow nor before the lead arrived', () => {
    expect(() => won('2026-11-21')).toThrow(refused('close_day_ahead'));
    expect(() => won('2026-11-16')).toThrow(refused('close_day_before_arrival'));
    expect(won('2026-11-17').lead.state).toBe('won');
  });

  it('is for what was qualified, and for its owner', () => {
    const lost = { outcome: 'lost', value: null, reason: null, on: null } as const;
    expect(() => close({ ...QUALIFIED, state: 'new' }, by, lost, saying)).toThrow(refused('lead_moved_on'));
    expect(() => close(QUALIFIED, { ...by, person: BEN }, lost, saying)).toThrow(refused('lead_not_yours'));
  });
});

describe('an outcome of the CRM', () => {
  const outcome = { outcome: 'won', value: null, at: 5, reason: null } as const;

  it('counts from any state, also before the arrival', () => {
    for (const state of ['new', 'rejected', 'lost'] as const)
      expect(recordOutcome({ ...QUALIFIED, state }, 'api', outcome)?.lead).toMatchObject({
        state: 'won',
        closedAt: 5,
      });
  });

  it('that says what we know is no news, and a correction is', () => {
    const known = recordOutcome(QUALIFIED, 'api', outcome)!.lead;
    expect(recordOutcome(known, 'api', outcome)).toBeNull();
    expect(recordOutcome(known, 'api', { ...outcome, at: 6 })?.lead.closedAt).toBe(6);
    const dollars = { minor: EUROS.minor, currency: 'USD' };
    expect(recordOutcome(known, 'api', { ...outcome, value: dollars })?.lead.value).toEqual(dollars);
  });
});

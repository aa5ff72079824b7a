import { describe, expect, it } from 'vitest';
import { ask, defaultDueDate } from '../../../src/domain/insight/insight-request.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN, MIA } from '../../support/people.ts';
import { sampleAsking, sampleRequest } from '../../support/sample-insight.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

const NOW = berlin('2026-11-20T10:00');

const asked = {
  id: sampleRequest().id,
  by: MIA,
  now: NOW,
  today: '2026-11-20',
  fieldChannel: 'C_FIELD',
};

describe('a request to the field', () => {
  it('may be due today, but not yesterday', () => {
    expect(ask(sampleAsking({ dueDate: '2026-11-20' }), asked).state).toBe('open');
    const late = () => ask(sampleAsking({ dueDate: '2026-11-19' }), asked);
    expect(late).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ field: 'dueDate' })] }),
    );
  });

  it('needs somebody to ask: a field channel, or a person', () => {
    const unheard = () => ask(sampleAsking({ people: [] }), { ...asked, fieldChannel: null });
    expect(unheard).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ field: 'people' })] }),
    );
    expect(ask(sampleAsking({ people: [ANA] }), { ...asked, fieldChannel: null }).channel).toBeNull();
  });

  it('asks everybody once, also who is named twice, and not the asker', () => {
    expect(ask(sampleAsking({ people: [ANA, MIA, BEN, ANA] }), asked).people).toEqual([ANA, BEN]);
  });
});

const FRIDAY = berlin('2026-11-20T10:00');

describe('a request to the field', () => {
  it('is due after five working days of the team unless the asker says otherwise', () => {
    expect(defaultDueDate(SETTINGS, FRIDAY)).toBe('2026-11-27');
    const calendar = { ...SETTINGS.calendar, daysOff: ['2026-11-24'] };
    expect(defaultDueDate({ ...SETTINGS, calendar }, FRIDAY)).toBe('2026-11-30');
  });

  it('counts its days where the team is', () => {
    const justAfterMidnight = berlin('2026-11-21T00:30');
    expect(defaultDueDate({ ...SETTINGS, timezone: 'Asia/Tokyo' }, berlin('2026-11-19T18:00'))).toBe(
      '2026-11-27',
    );
    expect(defaultDueDate({ ...SETTINGS, timezone: 'America/New_York' }, justAfterMidnight)).toBe(
      '2026-11-27',
    );
    expect(defaultDueDate(SETTINGS, berlin('2026-11-19T18:00'))).toBe('2026-11-26');
  });
});

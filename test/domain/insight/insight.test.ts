import { describe, expect, it } from 'vitest';
import { parseRequestText } from '../../../src/domain/insight/insight-kind.ts';
import { answered, ask, defaultDueDate } from '../../../src/domain/insight/insight-request.ts';
import { cannotHelp, nameSomebody, peopleAsked, type ReplyId } from '../../../src/domain/insight/reply.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
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

describe('what stands behind /insight', () => {
  it.each([
    ['case study about hotels', 'case_study', 'hotels'],
    ['a Case Study on  month-end close', 'case_study', 'month-end close'],
    ['testimonials from finance', 'testimonial', 'finance'],
    ['photo of the new lobby', 'photo', 'the new lobby'],
    ['pricing: group discounts', 'pricing', 'group discounts'],
    ['how we pitch', 'pitch', ''],
    ['', null, ''],
    ['hotels in Lisbon', null, 'hotels in Lisbon'],
    ['photographers who bought', null, 'photographers who bought'],
    ['the quote about offline mode', 'testimonial', 'offline mode'],
  ])('reads "%s" as %s about "%s"', (typed, kind, topic) => {
    expect(parseRequestText(typed)).toEqual({ kind, topic });
  });
});

describe('a request to the field', () => {
  it('is due after five working days of the team unless the asker says otherwise', () => {
    expect(defaultDueDate(SETTINGS, NOW)).toBe('2026-11-27');
    const calendar = { ...SETTINGS.calendar, daysOff: ['2026-11-24'] };
    expect(defaultDueDate({ ...SETTINGS, calendar }, NOW)).toBe('2026-11-30');
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

describe('a reply to a request', () => {
  const by = (person: typeof ANA) => ({ id: 'reply_1' as ReplyId, by: person, now: NOW });

  it('names somebody else than oneself and the asker', () => {
    const request = sampleRequest();
    expect(() => nameSomebody(request, { named: ANA, note: null }, by(ANA))).toThrow(
      refused('named_yourself'),
    );
    expect(() => nameSomebody(request, { named: MIA, note: null }, by(ANA))).toThrow(
      refused('named_the_asker'),
    );
    const reply = nameSomebody(request, { named: MAX, note: 'Was there.' }, by(ANA));
    expect(peopleAsked(request, [reply])).toEqual([ANA, BEN, MAX]);
  });

  it('is told when it comes too late', () => {
    const request = answered(sampleRequest());
    expect(() => cannotHelp(request, by(ANA))).toThrow(refused('request_answered', { askedBy: MIA }));
    expect(() => nameSomebody(request, { named: MAX, note: null }, by(ANA))).toThrow(
      refused('request_answered'),
    );
  });
});

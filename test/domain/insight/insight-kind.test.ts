import { describe, expect, it } from 'vitest';
import { parseRequestText } from '../../../src/domain/insight/insight-kind.ts';

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

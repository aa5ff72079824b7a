import { expect, it } from 'vitest';
import type { AnsweredRejects } from '../../../src/domain/scorecard/answered-rejects.ts';
import { sayAnswer, saySummed, shortReason } from '../../../src/sentences/en/rejects.ts';
import { PLAIN } from '../../../src/sentences/voice.ts';
import { MIA } from '../../support/people.ts';
import { sampleRejects } from '../../support/sample-rejects.ts';

const ANSWER: AnsweredRejects = {
  ...{ source: 'Meta', campaign: 'Hotels Q4', reason: 'not_our_market', label: 'Not our market: segment' },
  ...{ leads: 9, of: 14, change: 'targeting', sentence: '5 houses and more', by: MIA, at: 1, since: null },
};

it('An answer says what it is to, and four weeks later what became of the reason', () => {
  expect(sayAnswer(ANSWER, PLAIN)).toBe(
    '9 of 14 as “Not our market”. Marketing changed the targeting: 5 houses and more',
  );
  const since = { before: { part: 9, of: 52 }, after: { part: 2, of: 47 } };
  expect(sayAnswer({ ...ANSWER, change: 'nothing', since }, PLAIN)).toBe(
    '“Not our market”: 9 of 52 before, 2 of 47 since; nothing was changed',
  );
  expect(sayAnswer({ ...ANSWER, since }, PLAIN)).toMatch(/, 2 of 47 since Marketing changed the targeting$/);
});

it('Rejects are summed up by the reason of most of them', () => {
  const all = { rejects: sampleRejects(), source: 'Meta', campaign: null, leads: 1, reasons: [] };
  expect(saySummed(all)).toBe('1 lead was rejected in W47');
  const reasons = [{ reason: 'no_need', label: 'No need', leads: 2 }];
  expect(saySummed({ ...all, leads: 3, reasons })).toBe('3 leads were rejected in W47, 2 as “No need”');
  expect(shortReason(': odd')).toBe(': odd');
});

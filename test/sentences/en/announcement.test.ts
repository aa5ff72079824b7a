import { expect, it } from 'vitest';
import { ANNOUNCEMENT_KINDS } from '../../../src/domain/announcement.ts';
import { sayMessage } from '../../../src/sentences/en/announcement.ts';

it('names each kind of message as people do, and one that is no more as it was stored', () => {
  expect(ANNOUNCEMENT_KINDS.map(sayMessage).filter((words) => words.includes('_'))).toEqual([]);
  expect(sayMessage('lead_card')).toBe('the card of a lead');
  expect(sayMessage('weather_report')).toBe('weather_report');
});

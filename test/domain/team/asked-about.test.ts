import { expect, it } from 'vitest';
import { askedAbout, conversationOf } from '../../../src/domain/team/asked-about.ts';

it.each([
  ['scorecard', 'scorecard'],
  ['/scorecard please', 'scorecard'],
  ['/tango settings', 'settings'],
  ['Leads', 'lead'],
  ['hello', null],
  ['', null],
  ['leadership', null],
  ['Can you lead?', null],
])('“%s” asks about %s', (text, about) => {
  expect(askedAbout(text)).toBe(about);
});

it('What is written within minutes is one conversation, and a thread is one for ever', () => {
  const at = (ts: string, thread: string | null = null) => conversationOf({ ts, thread });
  expect(at('1794924600.000100')).toBe(at('1794924900.000100'));
  expect(at('1794924600.000100')).not.toBe(at('1794925300.000100'));
  expect(at('1794924600.000100', '1794000000.000001')).toBe(at('1794999999.000100', '1794000000.000001'));
});

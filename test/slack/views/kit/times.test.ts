import { expect, it } from 'vitest';
import { formatSlackDate } from '../../../../emulator/page/slack-date.ts';
import { readerTime, sayDay, sayNearDay, teamTime } from '../../../../src/slack/views/kit/times.ts';
import { MRKDWN } from '../../../../src/slack/views/kit/voice.ts';

const DUE = Date.parse('2026-11-20T13:30:00Z');
const BERLIN = 'Europe/Berlin';

/** As Slack shows it to somebody who reads it at that moment. */
function read(markup: string, { now, timezone = BERLIN }: { now: string; timezone?: string }): string {
  return markup.replaceAll(/<!date\^(\d+)\^([^|]*)\|[^>]*>/g, (_all, at: string, format: string) =>
    formatSlackDate(Number(at), format, { timezone, now: Date.parse(now), locale: 'en-GB' }),
  );
}

it('says a time as people do, whatever the day is: the time first, then the day', () => {
  const due = `Claim ${readerTime(DUE, BERLIN, 'by')}`;
  expect(read(due, { now: '2026-11-20T08:00:00Z' })).toBe('Claim by 14:30 today');
  expect(read(due, { now: '2026-11-19T08:00:00Z' })).toBe('Claim by 14:30 tomorrow');
  expect(read(due, { now: '2026-11-21T08:00:00Z' })).toBe('Claim by 14:30 yesterday');
  expect(read(due, { now: '2026-11-01T08:00:00Z' })).toMatch(/^Claim by 14:30 Nov 20, 2026$/);
});

it('says it in the zone of whoever reads, and in the team’s zone where Slack cannot', () => {
  const due = readerTime(DUE, BERLIN, 'by');
  expect(read(due, { now: '2026-11-20T08:00:00Z', timezone: 'America/New_York' })).toBe('by 8:30 today');
  expect(due).toContain('|14:30 on Fri 20 Nov>');
  expect(teamTime(DUE, 'Asia/Tokyo')).toBe('22:30 on Fri 20 Nov');
});

it('begins no sentence with a day, which Slack would capitalise, also where a refusal names a moment', () => {
  const at = MRKDWN.moment(DUE, 'before your click');
  expect(read(`Ana qualified it ${at}.`, { now: '2026-11-20T15:00:00Z' })).toBe(
    'Ana qualified it at 14:30 today.',
  );
});

it('says a calendar day the same to everybody, with the year where it is far', () => {
  expect(sayDay('2027-03-01')).toBe('1 March 2027');
  expect(sayNearDay('2026-11-27')).toBe('Fri 27 Nov');
});

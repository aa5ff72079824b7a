import { existsSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { calendarOf } from '../../src/domain/team/person.ts';
import type { Settings } from '../../src/domain/team/settings.ts';
import { addWorkingMinutes, isWorkingTime } from '../../src/domain/time/calendar.ts';
import { changeSettings } from '../../src/usecases/team/change-settings.ts';
import { viewSettings } from '../../src/usecases/team/load-settings.ts';
import { ANA, BEN, LEADS, MAX } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

it('a person says when they are on leave, a manager for another, and Slack tells of zones and accounts', async () => {
  const world = await startWorld();
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana Whitfield' });
  await world.settle();
  const { emulator, bot } = world;
  const ben = emulator.as(BEN);
  await ben.click(emulator.workspace.messages.in(LEADS)[0]!, 'Claim');
  await world.settle();
  await bot.jobs.runOnce();
  const know = async () => (await viewSettings(bot.ctx)).people?.get(BEN);
  expect(await know()).toMatchObject({ name: 'ben', timezone: 'Europe/Berlin', isActive: true });

  const say = async (person: typeof ANA, text: string) => {
    await emulator.as(person).command('/tango', text, { channel: LEADS });
    await emulator.settled();
    return emulator.workspace.messages.in(LEADS).findLast(({ onlyFor }) => onlyFor === person)?.text;
  };
  expect(await say(BEN, 'leave 2026-12-20 to 2027-01-03')).toContain(
    'Noted. This is what I know of you: on leave from 20 December 2026 to 3 January 2027',
  );
  expect(await say(ANA, 'leave @ben off')).toBe('Only they themselves or a manager can say that.');
  expect(await say(MAX, 'leave <@U_BEN|ben> off')).toContain(`I know of <@${BEN}>: no leave`);
  expect(await say(MAX, 'leave @ben 2026-12-24')).toContain('on leave on 24 December 2026');
  expect(await say(BEN, 'leave tomorrow')).toContain('Please say it as in');
  expect(await say(BEN, 'hours early')).toContain('Please say it as in');
  expect(await say(BEN, 'hours 18:00 to 9:00')).toContain('the other way round');
  expect(await say(BEN, 'hours 07:30 to 16:00')).toContain('working hours Monday to Friday, 07:30 to 16:00');
  expect(await say(BEN, 'region de-by')).toContain('public holidays of DE-BY');

  emulator.admin.changePerson(BEN, { timezone: 'Asia/Tokyo' });
  await emulator.settled();
  expect((await know())?.timezone).toBe('Asia/Tokyo');
  emulator.admin.changePerson(BEN, { isDeleted: true });
  await emulator.settled();
  expect(await know()).toMatchObject({ isActive: false, leave: [{ from: '2026-12-24', to: '2026-12-24' }] });
});

it('a rep with a long break at noon and a nurse with a night say all shifts of their days, and are reminded in none of the breaks', async () => {
  const world = await startWorld({ firstStart: { timezone: 'Europe/Madrid' } });
  const { emulator, bot, clock } = world;
  const say = async (person: typeof ANA, text: string) => {
    await emulator.as(person).command('/tango', text, { channel: LEADS });
    await emulator.settled();
    return emulator.workspace.messages.in(LEADS).findLast(({ onlyFor }) => onlyFor === person)?.text;
  };
  for (const person of [ANA, BEN]) emulator.admin.changePerson(person, { timezone: 'Europe/Madrid' });
  expect(await say(ANA, 'hours 9-14, 13-20')).toBe(
    '09:00 to 14:00 and 13:00 to 20:00 overlap. When does each begin and end?',
  );
  expect(await say(ANA, 'hours Mon-Thu 9-14, Thu 9-15')).toContain('Please say it as in');
  expect(await say(ANA, 'hours Mon-Thu 9-14 and 16:30-20, Fri 9-15')).toContain(
    'Monday to Thursday, 09:00 to 14:00 and 16:30 to 20:00; Friday, 09:00 to 15:00',
  );
  expect(await say(ANA, 'hours Mon-Fri 09:00 to 14:00, 16:30 to 20:00')).toContain(
    'Monday to Friday, 09:00 to 14:00 and 16:30 to 20:00',
  );
  expect(await say(MAX, 'hours @ben 22:00 to 06:00 and 14:00 to 17:00')).toContain(
    '14:00 to 17:00 and 22:00 to 06:00 of the next day',
  );

  clock.move(24 * 3_600_000);
  await bot.jobs.runOnce();
  const settings = await viewSettings(bot.ctx);
  const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Madrid]`).epochMilliseconds;
  const works = (person: typeof ANA, text: string) => isWorkingTime(calendarOf(person, settings), at(text));
  expect(['10:00', '15:00', '17:00'].map((time) => works(ANA, `2026-12-01T${time}`))).toEqual([
    true,
    false,
    true,
  ]);
  expect(['15:00', '18:00', '23:00'].map((time) => works(BEN, `2026-12-01T${time}`))).toEqual([
    true,
    false,
    true,
  ]);
  expect(works(BEN, '2026-12-05T05:00')).toBe(true);
  // Two hours from one o’clock: one before the break, one after it.
  expect(addWorkingMinutes(calendarOf(ANA, settings), at('2026-12-01T13:00'), 120)).toBe(
    at('2026-12-01T17:30'),
  );
});

const CASE = '../shared/cases/29-sunday-to-thursday';

it.skipIf(!existsSync(CASE))(
  'shared/cases/29: a team works Sunday to Thursday: who says only her hours keeps its days, from the next day on, nights included',
  async () => {
    const world = await startWorld({ firstStart: { timezone: 'Asia/Jerusalem' } });
    const { ctx } = world.bot;
    world.emulator.admin.changePerson(ANA, { timezone: 'Asia/Jerusalem' });
    const change = ({ calendar }: Settings) => ({ calendar: { ...calendar, weekdays: [1, 2, 3, 4, 7] } });
    await changeSettings(ctx, { person: MAX, change });
    const say = async (text: string) => {
      await world.emulator.as(ANA).command('/tango', text, { channel: LEADS });
      await world.emulator.settled();
      return world.emulator.workspace.messages.in(LEADS).findLast(({ onlyFor }) => onlyFor === ANA)?.text;
    };
    const [, typed = ''] = /`\/tango (hours [^`]+)`/.exec(readFileSync(`${CASE}/steps.md`, 'utf8')) ?? [];
    const said = await say(typed);
    expect(said).toContain('the working hours of the team (Sunday to Thursday, 09:00 to 18:00)');
    expect(said).toMatch(/from \d+ November 2026: working hours Sunday to Thursday, 08:00 to 16:30/);

    world.clock.move(24 * 3_600_000);
    await world.bot.jobs.runOnce();
    const settings = await viewSettings(ctx);
    const hers = calendarOf(ANA, settings);
    const jerusalem = (text: string) =>
      Temporal.ZonedDateTime.from(`${text}[Asia/Jerusalem]`).epochMilliseconds;
    expect(isWorkingTime(hers, jerusalem('2026-11-22T10:00'))).toBe(true);
    expect(isWorkingTime(hers, jerusalem('2026-11-20T10:00'))).toBe(false);
    // Of a promise made on Thursday evening, an hour is over on Sunday morning.
    expect(addWorkingMinutes(hers, jerusalem('2026-11-19T17:00'), 60)).toBe(jerusalem('2026-11-22T09:00'));

    expect(await say('hours Sun-Wed 22:00 to 06:00')).toContain(
      'working hours Sunday to Wednesday, 22:00 to 06:00 of the next day',
    );
  },
);

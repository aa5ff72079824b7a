import { expect, it } from 'vitest';
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
  expect(await say(BEN, 'hours 7:30 to 9')).toContain('Please say it as in');
  expect(await say(BEN, 'hours 07:30 to 16:00')).toContain('working hours 07:30 to 16:00');
  expect(await say(BEN, 'region de-by')).toContain('public holidays of DE-BY');

  emulator.admin.changePerson(BEN, { timezone: 'Asia/Tokyo' });
  await emulator.settled();
  expect((await know())?.timezone).toBe('Asia/Tokyo');
  emulator.admin.changePerson(BEN, { isDeleted: true });
  await emulator.settled();
  expect(await know()).toMatchObject({ isActive: false, leave: [{ from: '2026-12-24', to: '2026-12-24' }] });
});

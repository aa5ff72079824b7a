import { expect, it } from 'vitest';
import { textOf } from '../support/messages.ts';
import { ANA, LEADS, MAX, SCORECARD } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

const MONDAY_9 = Date.parse('2026-11-23T09:00:00Z');

it('on Monday at nine both sides read the same scorecard, once, with its thread', async () => {
  const world = await startWorld();
  await world.bot.jobs.runOnce();
  const leads = ['Dana', 'Eli', '<!channel> & <script>'].map((name) => ({ source: name, name }));
  await world.post('/api/leads', leads);
  await world.settle();
  await world.emulator.as(ANA).click(world.emulator.workspace.messages.in(LEADS)[0]!, 'Claim');

  world.clock.moveTo(MONDAY_9);
  await world.bot.jobs.runOnce();
  await world.settle();
  await world.bot.jobs.runOnce();
  await world.settle();

  const [head, ...thread] = world.emulator.workspace.messages.in(SCORECARD);
  expect(head?.text).toContain('Week 47 (16–22 Nov): 3 leads, 0 qualified so far.');
  expect(head?.blocks?.map(({ type }) => type)).toContain('data_visualization');
  expect(thread.every(({ threadTs }) => threadTs === head?.ts)).toBe(true);
  expect(thread.map((message) => textOf(message).split('\n')[0])).toEqual([
    '*Marketing’s promises*',
    '*Sales’ promises*',
    '*By source*',
    '*Agenda*',
    'How it is counted',
  ]);
});

it('anybody may ask for the scorecard of any week, for their own eyes', async () => {
  const world = await startWorld();
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana' });
  await world.settle();
  const max = world.emulator.as(MAX);
  await max.command('/scorecard', '', { channel: LEADS });
  const whispers = () => max.ephemerals(LEADS).map(({ text }) => text);
  expect(whispers()[0]).toContain('Week 47 (16–22 Nov): 1 lead, 0 qualified so far.');
  await max.command('/scorecard', '2026-W46', { channel: LEADS });
  expect(whispers().at(-1)).toContain('Week 46 (9–15 Nov): no lead arrived.');
  await max.command('/scorecard', 'next year', { channel: LEADS });
  expect(whispers().at(-1)).toBe('"next year" is not a week such as 2026-W47');
});

/** Slack refuses what we show, for whatever reason: people see it all the same, and can go on. */
import { expect, it } from 'vitest';
import { cardsOf } from '../support/cards.ts';
import { DIALECTS } from '../support/databases.ts';
import { textOf } from '../support/messages.ts';
import { ANA, LEADS, MAX } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

const REFUSED = { kind: 'error', error: 'invalid_blocks' } as const;
const MODES = ['socket', 'http'] as const;

for (const dialect of DIALECTS) {
  it(`a card that Slack refuses twice can be claimed all the same, on ${dialect}`, async () => {
    // Nobody is told of the trouble: the card alone meets both refusals.
    const world = await startWorld({ dialect, firstStart: { managers: [], marketers: [] } });
    world.emulator.faults.next('chat.postMessage', REFUSED, 2);
    await world.post('/api/leads', { source: 'Webinar', name: 'Dana', message: 'Please call me' });
    await world.settle();
    const [card] = cardsOf(world.emulator);
    expect(card?.blocks.map(({ type }) => type)).toEqual(['section', 'actions']);
    expect(textOf(card!)).toContain('Please call me');
    await world.emulator.as(ANA).click(card!, 'Claim');
    await world.settle();
    expect(textOf(cardsOf(world.emulator)[0]!)).toContain(`<@${ANA}>`);
  });
}

it.each(MODES)('/scorecard shows every part, also those that Slack refuses to draw (%s)', async (mode) => {
  const world = await startWorld({ mode });
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana' });
  await world.settle();
  world.emulator.faults.next('response_url', REFUSED, 1);
  const max = world.emulator.as(MAX);
  await max.command('/scorecard', '', { channel: LEADS });
  const shown = max.ephemerals(LEADS);
  expect(shown).toHaveLength(5);
  expect(shown[0]?.blocks.map(({ type }) => type)).not.toContain('table');
  expect(textOf(shown[0]!)).toContain('Measure');
  expect(textOf(shown[0]!)).toContain('Leads');
  expect(shown.slice(1).flatMap(({ blocks }) => blocks.map(({ type }) => type))).toContain('table');
  expect(shown.map(textOf).join('\n')).not.toContain('went wrong');
});

it('what Slack takes in no form follows as a direct message, with all its words', async () => {
  const world = await startWorld();
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana' });
  await world.settle();
  world.emulator.faults.next('response_url', REFUSED, 4);
  await world.emulator.as(MAX).command('/scorecard', '', { channel: LEADS });
  await world.settle();
  const [told] = world.emulator.as(MAX).directMessage().messages;
  expect(told?.text).toContain('4-week average');
});

it('a form that Slack refuses is filled in all the same', async () => {
  const world = await startWorld();
  world.emulator.faults.next('views.open', REFUSED, 2);
  const ana = world.emulator.as(ANA);
  await ana.command('/lead', 'Dana Whitfield', { channel: LEADS });
  const form = await ana.openModal('lead_entry_modal');
  expect(
    await ana.submit(form, {
      source: 'Fair',
      name: 'Dana Whitfield',
      company: 'Harbour',
      reach: 'dana@harbour.example',
    }),
  ).not.toMatchObject({
    result: 'errors',
  });
  await world.settle();
  expect(textOf(cardsOf(world.emulator)[0]!)).toContain('Dana Whitfield');
});

it('a Home that Slack refuses is shown in a simpler form', async () => {
  const world = await startWorld();
  world.emulator.faults.next('views.publish', REFUSED, 3);
  world.emulator.as(ANA).openHome();
  await world.settle();
  expect(world.emulator.workspace.views.home(ANA)?.blocks.map(({ type }) => type)).toEqual(['section']);
});

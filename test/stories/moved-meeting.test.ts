/** Somebody books a meeting with Calendly, moves it twice and cancels: it is one lead, and its card knows. */
import { expect, it } from 'vitest';
import { readVendorForms } from '../../src/intake/webhooks/lead/read-vendor-forms.ts';
import { calendly } from '../../src/intake/webhooks/vendors/calendly.ts';
import { takeDelivery } from '../../src/usecases/delivery/take-delivery.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { textOf } from '../support/messages.ts';
import { startWorld, type World } from '../support/world.ts';

const invitee = (id: number, more: object = {}) => ({
  uri: `https://api.calendly.example/invitees/${id}`,
  ...{ name: 'Dana Whitfield', email: 'dana@harbour.example', created_at: '2026-11-17T09:58:00Z' },
  scheduled_event: { name: 'Demo', start_time: `2026-11-2${id}T09:00:00Z` },
  ...more,
});

async function hears(
  world: World,
  event: string,
  payload: object,
  source: string | null = null,
): Promise<void> {
  const reading = { wish: { source, campaign: null }, now: world.clock.now() };
  const { submissions: told = [], changes = [] } = calendly.read({ event, payload }, reading);
  const { ctx } = world.bot;
  const forms = await readVendorForms(ctx, { door: 'calendly', told }, reading);
  await takeDelivery(ctx, { forms, leads: [], fetches: [], changes });
  await world.settle();
}

const old = (id: number) => ({ old_invitee: `https://api.calendly.example/invitees/${id}` });

for (const mode of ['socket', 'http'] as const) {
  it(`A meeting that is moved, again, and cancelled is told on the card and below it each time, over ${mode}`, async () => {
    const world = await startWorld({ mode });
    await hears(world, 'invitee.created', invitee(1));
    await hears(world, 'invitee.canceled', invitee(1, { rescheduled: true }));
    await hears(world, 'invitee.created', invitee(2, old(1)));
    await hears(world, 'invitee.created', invitee(2, old(1)));
    await hears(world, 'invitee.created', invitee(3, old(2)));
    expect(cardsOf(world.emulator)).toHaveLength(1);
    const card = () => cardsOf(world.emulator)[0]!;
    expect(textOf(card())).toMatch(/\*Meeting\* {2}<!date\^\d+\^[^|]*\|[^>]*23 Nov/);
    await hears(
      world,
      'invitee.canceled',
      invitee(3, { cancellation: { reason: 'We found something else' } }),
    );
    expect(textOf(card())).toContain('*Meeting*  cancelled');
    const lines = threadOf(world.emulator, card()).map(textOf);
    expect(lines.filter((line) => line.includes('was moved to'))).toHaveLength(2);
    expect(lines.at(-1)).toContain('The meeting was cancelled: We found something else');
  });
}

it('A meeting that was moved before anybody told us of it is a lead', async () => {
  const world = await startWorld();
  await hears(world, 'invitee.canceled', invitee(1));
  expect(cardsOf(world.emulator)).toEqual([]);
  await hears(world, 'invitee.created', invitee(2, old(1)));
  expect(cardsOf(world.emulator)).toHaveLength(1);
});

it('A meeting is the same one when the address that hears of it names another source by now', async () => {
  const world = await startWorld();
  await hears(world, 'invitee.created', invitee(1), 'Demo page');
  await world.post('/api/leads', { source: 'Webinar', name: 'Rui Castelo', externalId: 'other' });
  await hears(world, 'invitee.created', invitee(2, old(1)), 'Webinar');
  await hears(world, 'invitee.canceled', invitee(2, old(1)), 'Autumn');
  expect(cardsOf(world.emulator)).toHaveLength(2);
  expect(textOf(cardsOf(world.emulator)[0]!)).toContain('*Meeting*  cancelled');
  const stranger = { name: 'Noor Marin', email: 'noor@granite.example' };
  await hears(world, 'invitee.created', invitee(3, { ...old(1), ...stranger }), 'Webinar');
  expect(cardsOf(world.emulator)).toHaveLength(3);
});

it('Somebody who does not come to the meeting is seen on the card, until they came after all', async () => {
  const world = await startWorld();
  await hears(world, 'invitee.created', invitee(1));
  const missed = { uri: 'https://api.calendly.example/invitee_no_shows/9', invitee: invitee(1).uri };
  await hears(world, 'invitee_no_show.created', missed);
  await hears(world, 'invitee_no_show.created', missed);
  const card = () => cardsOf(world.emulator)[0]!;
  expect(textOf(card())).toContain('they did not come');
  await hears(world, 'invitee_no_show.deleted', { ...invitee(1), no_show: null });
  expect(textOf(card())).not.toContain('they did not come');
  const lines = threadOf(world.emulator, card()).map(textOf);
  expect(lines.filter((line) => line.includes('did not come'))).toHaveLength(1);
  expect(lines.at(-1)).toContain('They came to the meeting after all');
});

it('Somebody who is new to us and did not come is nobody’s lead', async () => {
  const world = await startWorld();
  await hears(world, 'invitee_no_show.created', {
    invitee: { uri: 'https://api.calendly.example/invitees/7' },
  });
  await hears(world, 'invitee_no_show.created', {});
  expect(cardsOf(world.emulator)).toEqual([]);
});

/** HubSpot renames a contact, and merges it with another one: the card and its thread say so, however often. */
import { expect, it } from 'vitest';
import type { LeadChange } from '../../src/domain/lead/change.ts';
import { hubspot } from '../../src/intake/webhooks/vendors/hubspot.ts';
import { leaseDueFetches, receiveFetched } from '../../src/usecases/delivery/run-fetches.ts';
import { takeDelivery } from '../../src/usecases/delivery/take-delivery.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { textOf } from '../support/messages.ts';
import { BEN } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const lead = (externalId: string, name: string) => ({
  ...{
    source: 'HubSpot',
    externalId,
    name,
    email: `${externalId}@harbour.example`,
    company: 'Harbour Hotels',
  },
});

/** The webhook, and what HubSpot's API answers. */
async function hears(world: World, event: object, changes: LeadChange[] = []): Promise<void> {
  const { ctx } = world.bot;
  const {
    leads = [],
    fetches = [],
    ...more
  } = hubspot.read([event], {
    wish: { source: null, campaign: null },
    now: world.clock.now(),
  });
  await takeDelivery(ctx, { leads, fetches, ...more });
  const now = world.clock.now();
  const jobs = await leaseDueFetches(ctx, { vendor: 'hubspot', now, leaseUntil: now + 60_000, limit: 5 });
  for (const job of jobs) await receiveFetched(ctx, job, { leads: [], changes });
  await world.settle();
}

const renamed = (name: string): LeadChange => ({
  ...{ what: 'facts_changed', told: lead('701', name), facts: ['name', 'email'], fields: [], fills: false },
});

for (const mode of ['socket', 'http'] as const)
  it(`A contact that is renamed twice and then merged is one card that says so, over ${mode}`, async () => {
    const world = await startWorld({ mode });
    for (const [id, name] of [
      ['701', 'Dana Whitfield'],
      ['702', 'D. Whitfield'],
    ] as const)
      await takeDelivery(world.bot.ctx, { leads: [lead(id, name)], fetches: [] });
    await world.settle();
    const change = { subscriptionType: 'contact.propertyChange', objectId: 701, propertyName: 'lastname' };
    await hears(world, change, [renamed('Dana Smith')]);
    await hears(world, change, [renamed('Dana Smith')]);
    await hears(world, change, [renamed('Dana Jones')]);
    const [first, second] = cardsOf(world.emulator);
    expect(textOf(first!)).toContain('*Dana Jones*');
    const lines = () => threadOf(world.emulator, first!).map(textOf);
    expect(lines().filter((line) => line.includes('The CRM changed the name to'))).toEqual([
      expect.stringContaining('Dana Smith (it was Dana Whitfield)'),
      expect.stringContaining('Dana Jones (it was Dana Smith)'),
    ]);
    expect(lines().join()).not.toContain('@harbour.example');

    await world.emulator.as(BEN).click(second!, 'Claim');
    await world.settle();
    const merge = { subscriptionType: 'contact.merge', primaryObjectId: 701, mergedObjectIds: [702] };
    await hears(world, merge);
    await hears(world, merge);
    const [card, gone] = cardsOf(world.emulator);
    expect(textOf(card!)).toContain(`<@${BEN}>`);
    expect(textOf(gone!)).not.toContain('Claim by');
    expect(lines().filter((line) => line.includes('The CRM merged another one'))).toHaveLength(1);
  });

it('A contact that the CRM deletes, erases and has again is said on the card each time, and here nothing is deleted', async () => {
  const world = await startWorld();
  await takeDelivery(world.bot.ctx, { leads: [lead('701', 'Dana Whitfield')], fetches: [] });
  await world.settle();
  const card = () => cardsOf(world.emulator)[0]!;
  for (const objectId of [701, 999]) await hears(world, { subscriptionType: 'contact.deletion', objectId });
  expect(textOf(card())).toContain('*CRM*  deleted there');
  await hears(world, { subscriptionType: 'contact.privacyDeletion', objectId: 701 });
  await hears(world, { subscriptionType: 'contact.deletion', objectId: 701 });
  expect(textOf(card())).toContain('*CRM*  erased for their privacy');
  await hears(world, { subscriptionType: 'object.restore', objectTypeId: '0-1', objectId: 701 });
  expect(textOf(card())).not.toContain('*CRM*');
  expect(textOf(card())).toContain('Dana Whitfield');
  const lines = threadOf(world.emulator, card()).map(textOf);
  expect(lines.filter((line) => line.includes('The CRM has'))).toHaveLength(3);
});

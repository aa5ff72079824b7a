/** Where the team shows how to reach a lead to its owner alone, nobody else reads it anywhere. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { changeSettings } from '../../src/usecases/team/change-settings.ts';
import { cardsOf } from '../support/cards.ts';
import { readOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MAX } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const CASE = '../shared/cases/30-contact-only-for-the-owner/leads.json';
const SECRET = /harbour\.example|hafen\.example|3920012|3920099|5550143/;

async function ownerOnly(leads: unknown): Promise<World> {
  const world = await startWorld({ pace: false });
  await changeSettings(world.bot.ctx, { person: MAX, change: () => ({ contactShownTo: 'owner' }) });
  expect((await world.post('/api/leads', leads)).status).toBe(201);
  await world.settle();
  return world;
}

/** All that anybody reads in any channel, notifications included. */
function channelsOf({ emulator: { workspace } }: World): string {
  const all = workspace.conversations.all().flatMap(({ id }) => workspace.messages.in(id));
  return all
    .filter(({ channel }) => channel === LEADS)
    .flatMap((message) => [message.text, readOf(message)])
    .join('\n');
}

it.skipIf(!existsSync(CASE))(
  'shared/cases/30: no title, no field and no form of others shows it',
  async () => {
    const world = await ownerOnly(JSON.parse(readFileSync(CASE, 'utf8')));
    const [first, , third] = cardsOf(world.emulator);
    const ana = world.emulator.as(ANA);
    await ana.click(third!, 'Claim');
    await world.settle();
    expect(channelsOf(world)).not.toMatch(SECRET);

    const ben = world.emulator.as(BEN);
    await ben.choose(cardsOf(world.emulator)[2]!, 'lead_menu', 'Show everything');
    expect(readOf(await ben.openModal())).toContain('Jörg Weiß');
    expect(readOf(ben.topModal()!)).not.toMatch(SECRET);
    for (const button of ['Qualify', 'Reject']) {
      await ben.click(first!, button);
      expect(JSON.stringify(ben.topModal()!.blocks)).not.toMatch(SECRET);
    }
    await ben.openHome();
    expect(JSON.stringify(world.emulator.workspace.views.home(BEN)?.blocks ?? [])).not.toMatch(SECRET);

    await ana.choose(cardsOf(world.emulator)[2]!, 'lead_menu', 'Show everything');
    const own = readOf(await ana.openModal());
    expect(own).toContain('joerg@hafen.example');
    expect(own).toContain('+49 171 3920099');
  },
);

it('Words, notes and what happened to it hide it as well', async () => {
  const world = await ownerOnly({
    source: 'Web',
    externalId: 'n',
    name: 'Dana Whitfield',
    email: 'dana@harbour.example',
    message: 'Call me: 030/5550143, or dana@harbour.example',
    reason: 'Asked for a call at 030/5550143',
  });
  const card = () => cardsOf(world.emulator)[0]!;
  const ana = world.emulator.as(ANA);
  await ana.click(card(), 'Reject');
  await ana.clickInView(ana.topModal()!, 'reason', { option: 'Other' });
  await ana.submit(ana.topModal()!, { note: 'Reached on 030/5550143: no need.' });
  await world.settle();
  expect(channelsOf(world)).not.toMatch(SECRET);
  expect(channelsOf(world)).toContain('Reached on •••: no need.');
});

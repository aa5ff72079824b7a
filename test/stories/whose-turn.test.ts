import { expect, it } from 'vitest';
import { updateOwnTime } from '../../src/store/team/person.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MAX } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

it('a manager says who takes turns, and a new lead is proposed to whose turn it is, with the reason', async () => {
  const world = await startWorld();
  const { emulator, bot, clock } = world;
  const max = emulator.as(MAX);
  await emulator.as(ANA).command('/tango', 'routing', { channel: LEADS });
  await emulator.settled();
  expect(emulator.workspace.messages.in(LEADS).at(-1)?.text).toContain('Only managers change this');

  await max.command('/tango', 'routing', { channel: LEADS });
  const list = await max.openModal('routing_list_modal');
  await max.clickInView(list, 'Add a rule');
  const form = await max.openModal('routing_rule_modal');
  const [fair] = await max.suggestions(form, 'sources', 'Trade fair');
  expect(fair).toMatchObject({ text: { text: 'New source: Trade fair' } });
  const filled = { sources: ['Webinar', String(fair?.value)], people: [ANA, BEN], mode: 'propose' };
  expect(await max.submit(form, { ...filled, twice: [MAX], cap: '0' })).toEqual({
    result: 'errors',
    errors: {
      twice: 'Please choose among those who take turns.',
      cap: 'A whole number from 1 to 1000, please.',
    },
  });
  expect(await max.submit(form, { ...filled, twice: [], cap: '8' })).toEqual({ result: 'closed' });
  const shown = async () => textOf(await max.openModal('routing_list_modal'));
  await expect.poll(shown).toContain('*Webinar, Trade fair*\nProposed to <@U_ANA>');

  const leave = [{ from: '2026-11-16', to: '2026-11-20' }];
  await bot.ctx.db.transaction((tx) =>
    updateOwnTime(tx, ANA, { hours: null, nextHours: null, region: null, leave }, clock.now()),
  );
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana Whitfield' });
  await world.settle();
  const card = cardsOf(emulator).at(-1)!;
  expect(textOf(card)).toContain(`Proposed: <@${BEN}>`);
  expect(threadOf(emulator, card).map(({ text }) => text)).toEqual([
    expect.stringContaining(
      `Proposed: <@${BEN}>: next in turn for Webinar, 0 open of 8; <@${ANA}> is on leave.`,
    ),
  ]);
  const ben = emulator.as(BEN);
  const dm = ben.directMessage().messages.at(-1)!;
  expect(buttonsOf(dm)).toEqual(['Claim', 'Qualify', 'Reject']);
  await ben.click(dm, 'Claim');
  await world.settle();
  // A rule makes a source known before its first lead.
  await max.command('/lead', '', { channel: LEADS });
  const entered = await max.openModal('lead_entry_modal');
  expect(await max.suggestions(entered, 'source', 'tradefair')).toMatchObject([
    { value: 'Trade fair' },
    { value: 'tradefair' },
  ]);
  expect(buttonsOf(cardsOf(emulator).at(-1)!)).toEqual(['Contacted', 'Qualify', 'Reject']);
});

import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import type { View } from '../../emulator/workspace/views.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, LEADS, MIA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const FORM = /https:\/\/YOUR\.HOST(\/intake\/form\/[0-9a-f]{36})/;

it('A marketer makes an address, says what the form’s questions mean, and the leads that came before know it too', async () => {
  const world = await startWorld();
  const { emulator } = world;
  await emulator.as(ANA).command('/tango', 'forms', { channel: LEADS });
  await emulator.settled();
  expect(emulator.workspace.messages.in(LEADS).at(-1)?.text).toContain(
    'Only marketing and managers change this',
  );

  const mia = emulator.as(MIA);
  await mia.command('/tango', 'forms', { channel: LEADS });
  const list = await mia.openModal('web_form_list_modal');
  expect(textOf(list)).toContain('PUBLIC_URL is not set');
  await mia.clickInView(list, 'Make an address');
  const add = await mia.openModal('web_form_add_modal');
  // Sources are searched for; one that is new can still be typed.
  const offered = await mia.suggestions(add, 'web_form_source', 'Website');
  expect(offered.map(({ text }) => (text as { text: string }).text)).toEqual(['New source: Website']);
  expect(await mia.submit(add, { name: 'Contact page', web_form_source: 'Website' })).toMatchObject({
    result: 'updated',
  });
  const address = await mia.openModal('web_form_address_modal');
  const [, path = ''] = textOf(address).match(FORM) ?? [];
  await mia.command('/tango', 'forms', { channel: LEADS });
  await expect
    .poll(async () => textOf(await mia.openModal('web_form_list_modal')))
    .toContain('*Contact page* · Website');

  const send = (body: unknown) => world.post(path, body);
  expect(await send({ 1.3: 'Dana', 1.6: 'Whitfield', 4: 'Harbour Logistics', 5: 'blue' })).toMatchObject({
    status: 202,
  });
  await world.settle();
  // Of all that marketing hears, this comes once.
  const told = () =>
    mia.directMessage().messages.filter(({ text }) => text?.includes('4 questions that I do not understand'));
  expect(told()).toHaveLength(1);
  const card = () => cardsOf(emulator).at(-1)!;
  expect(textOf(card())).not.toContain('Dana Whitfield');

  await mia.command('/tango', 'forms', { channel: LEADS });
  const shown = await mia.openModal('web_form_list_modal');
  expect(textOf(shown)).toContain('4 questions not understood');
  await mia.clickInView(shown, 'web_form_menu', { option: 'What its questions mean…' });
  const questions = await mia.openModal('web_form_questions_modal');
  const fields = Object.fromEntries(
    questions.blocks.flatMap((block) =>
      block.type === 'input'
        ? [[(block.label as { text: string }).text, String(block.block_id)] as const]
        : [],
    ),
  );
  const meant = {
    'Question 1.3': 'firstName',
    'Question 1.6': 'lastName',
    'Question 4': 'company',
    'Question 5': 'other',
  };
  const filled = Object.fromEntries(
    Object.entries(meant).map(([label, meaning]) => [fields[label] ?? '', meaning]),
  );
  expect(await mia.submit(questions, filled)).toEqual({ result: 'closed' });
  await world.settle();
  expect(textOf(card())).toContain('Dana Whitfield');
  expect(threadOf(emulator, card()).map(({ text }) => text)).toEqual([
    expect.stringContaining(
      `<@${MIA}> said what the questions of the form mean, and so it tells the name to Dana Whitfield and the company to Harbour Logistics.`,
    ),
  ]);
  await expect
    .poll(async () => textOf(await mia.openModal('web_form_list_modal')))
    .not.toContain('not understood');

  await send({ 1.3: 'Lee', 1.6: 'Park', 4: 'Park & Sons', 5: 'red' });
  await world.settle();
  expect(textOf(card())).toContain('Lee Park');
  expect(buttonsOf(card())).toContain('Claim');
});

it('A form that asks for a signature takes only what is signed; its secret is shown once', async () => {
  const world = await startWorld();
  const { emulator, bot } = world;
  const mia = emulator.as(MIA);
  const { path, list } = await madeForm(world);
  await mia.clickInView(list, 'web_form_menu', { option: 'Ask for a signature…' });
  const form = await mia.openModal('web_form_sign_modal');
  expect(await mia.submit(form, { sure: ['yes'] })).toMatchObject({ result: 'updated' });
  const shown = textOf(await mia.openModal('web_form_secret_modal'));
  const [secret = ''] = /\b[0-9a-f]{36}\b/.exec(shown) ?? [];
  expect(shown).toContain('is not shown again');

  const body = JSON.stringify({ name: 'Dana Whitfield', email: 'dana@harbour.example' });
  const seconds = Math.floor(world.clock.now() / 1000);
  const v1 = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  const send = (headers: Record<string, string>) =>
    fetch(bot.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  expect((await send({})).status).toBe(401);
  expect((await send({ 'x-tango-signature': `t=${seconds},v1=${v1}` })).status).toBe(202);
  await world.settle();
  expect(textOf(cardsOf(emulator).at(-1)!)).toContain('Dana Whitfield');
  await mia.command('/tango', 'forms', { channel: LEADS });
  await expect.poll(async () => textOf(await mia.openModal('web_form_list_modal'))).toContain('· signed');
});

async function madeForm({ emulator }: World): Promise<{ path: string; list: View }> {
  const mia = emulator.as(MIA);
  await mia.command('/tango', 'forms', { channel: LEADS });
  await mia.clickInView(await mia.openModal('web_form_list_modal'), 'Make an address');
  await mia.submit(await mia.openModal('web_form_add_modal'), {
    name: 'Contact page',
    web_form_source: 'Website',
  });
  const [, path = ''] = textOf(await mia.openModal('web_form_address_modal')).match(FORM) ?? [];
  await mia.command('/tango', 'forms', { channel: LEADS });
  return { path, list: await mia.openModal('web_form_list_modal') };
}

import type { ModalView } from '@slack/types';
import { expect, it } from 'vitest';
import { startBoltBot } from '../emulator/support/bolt-bot.ts';
import { testWorkspace } from '../emulator/support/workspace.ts';
import { openPage, screenshot } from '../support/browser.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string, value: string) => ({ text: plain(text), value });

const field = (label: string, element: object) => ({
  type: 'input',
  block_id: label,
  label: plain(label),
  element: { action_id: 'x', ...element },
});

const REASONS = [option('Bad timing', 'timing'), option('No budget', 'budget')];

/** Every kind of field, filled by hand below. */
const EVERYTHING = {
  type: 'modal',
  callback_id: 'everything',
  title: plain('Everything'),
  submit: plain('Send'),
  blocks: [
    field('Words', { type: 'plain_text_input', initial_value: 'before' }),
    field('Story', { type: 'rich_text_input' }),
    field('Amount', { type: 'number_input', is_decimal_allowed: true }),
    field('Mail', { type: 'email_text_input' }),
    field('Address', { type: 'url_text_input' }),
    field('Reason', { type: 'static_select', options: REASONS }),
    field('Reasons', { type: 'multi_static_select', options: REASONS }),
    field('Owner', { type: 'users_select' }),
    field('Place', { type: 'conversations_select', filter: { include: ['public'] } }),
    field('Campaign', { type: 'external_select', min_query_length: 1 }),
    field('Ticked', { type: 'checkboxes', options: REASONS }),
    field('Chosen', { type: 'radio_buttons', options: REASONS }),
    field('Day', { type: 'datepicker' }),
    field('Hour', { type: 'timepicker' }),
    field('Moment', { type: 'datetimepicker' }),
    field('Photo', { type: 'file_input', filetypes: ['png'] }),
  ],
} as unknown as ModalView;

const FIRST: ModalView = {
  type: 'modal',
  callback_id: 'first',
  title: plain('First'),
  submit: plain('Done'),
  blocks: [
    field('Name', { type: 'plain_text_input' }) as ModalView['blocks'][number],
    { type: 'actions', elements: [{ type: 'button', action_id: 'push', text: plain('Details') }] },
  ],
};

const SECOND: ModalView = {
  type: 'modal',
  callback_id: 'second',
  title: plain('Second'),
  blocks: [{ type: 'section', text: plain('The details.') }],
};

async function startForms() {
  const { emulator } = await testWorkspace({ mode: 'socket' });
  const sent: Record<string, Record<string, unknown>>[] = [];
  await startBoltBot(emulator, 'socket', (app) => {
    app.command('/lead', async ({ ack, client, command }) => {
      await ack();
      const view = command.text === 'stack' ? FIRST : EVERYTHING;
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.action('push', async ({ ack, body, client }) => {
      await ack();
      if (body.type === 'block_actions')
        await client.views.push({ trigger_id: body.trigger_id, view: SECOND });
    });
    app.options('x', async ({ ack, options }) => {
      await ack({ options: [option(`Hotels ${options.value}`, 'hotels')] });
    });
    app.view(/.*/, async ({ ack, view }) => {
      sent.push(Object.fromEntries(Object.entries(view.state.values).map(([id, { x }]) => [id, { ...x }])));
      await ack();
    });
  });
  const page = await openPage(`${emulator.pageUrl}#/U_ANA/C_LEADS`);
  const command = async (text: string) => {
    await page.getByRole('textbox', { name: 'Message #leads' }).fill(text);
    await page.keyboard.press('Enter');
  };
  return { page, sent, command };
}

it('what is entered in every kind of field arrives as Slack sends it', async () => {
  const { page, sent, command } = await startForms();
  await command('/lead all');
  const modal = page.getByRole('dialog', { name: 'Everything' });
  const choose = async (label: string, words: string) => {
    await modal.getByRole('combobox', { name: label, exact: true }).fill(words);
    await modal.getByRole('option', { name: new RegExp(words) }).click();
  };
  // A list that is about to close would take the next one with it.
  const isClosed = () => modal.getByRole('listbox').waitFor({ state: 'detached' });
  await modal.getByLabel('Words').fill('after');
  await modal.getByLabel('Story').fill('Two days a month');
  await modal.getByLabel('Amount').fill('18000.50');
  await modal.getByLabel('Mail').fill('dana@harbour.example');
  await modal.getByLabel('Address').fill('https://harbour.example');
  await choose('Reason', 'budget');
  await isClosed();
  await choose('Reasons', 'timing');
  await choose('Reasons', 'budget');
  await page.keyboard.press('Escape');
  await isClosed();
  await choose('Owner', 'Ben');
  await isClosed();
  await choose('Place', 'scorecard');
  await isClosed();
  await choose('Campaign', 'Q4');
  await modal.getByRole('group', { name: 'Ticked' }).getByLabel('Bad timing').check();
  await modal.getByRole('radiogroup', { name: 'Chosen' }).getByLabel('No budget').check();
  await modal.getByLabel('Day').fill('2026-12-01');
  await modal.getByLabel('Hour').fill('09:30');
  await modal.getByLabel('Moment').fill('2026-12-01T09:30');
  await modal
    .getByLabel('Photo')
    .setInputFiles({ name: 'pier.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await modal.getByRole('button', { name: 'Remove pier.png' }).waitFor();
  await screenshot(page, 'page-everything');
  await modal.getByRole('button', { name: 'Send' }).click();
  await modal.waitFor({ state: 'detached' });

  const [values] = sent;
  expect(values).toMatchObject({
    Words: { value: 'after' },
    Story: { rich_text_value: { type: 'rich_text' } },
    Amount: { value: '18000.50' },
    Mail: { value: 'dana@harbour.example' },
    Address: { value: 'https://harbour.example' },
    Reason: { selected_option: { value: 'budget' } },
    Reasons: { selected_options: [{ value: 'timing' }, { value: 'budget' }] },
    Owner: { selected_user: 'U_BEN' },
    Place: { selected_conversation: 'C_SCORECARD' },
    Campaign: { selected_option: { value: 'hotels' } },
    Ticked: { selected_options: [{ value: 'timing' }] },
    Chosen: { selected_option: { value: 'budget' } },
    Day: { selected_date: '2026-12-01' },
    Hour: { selected_time: '09:30' },
    // Ana sits in Lisbon.
    Moment: { selected_date_time: Date.UTC(2026, 11, 1, 9, 30) / 1000 },
    Photo: { files: [{ name: 'pier.png' }] },
  });
});

it('a modal pushed on top gives back the one below as it was left', async () => {
  const { page, command } = await startForms();
  await command('/lead stack');
  await page.getByRole('dialog', { name: 'First' }).getByLabel('Name').fill('Dana');
  await page.getByRole('button', { name: 'Details' }).click();
  const second = page.getByRole('dialog', { name: 'Second' });
  await second.getByText('The details.').waitFor();
  await second.getByRole('button', { name: 'Back' }).click();
  const first = page.getByRole('dialog', { name: 'First' });
  await first.waitFor();
  expect(await first.getByLabel('Name').inputValue()).toBe('Dana');
  await page.getByRole('button', { name: 'Details' }).click();
  await second.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { expect, it } from 'vitest';
import type { EmulatorOptions } from '../../emulator/start-emulator.ts';
import { startBoltBot } from '../emulator/support/bolt-bot.ts';
import { testWorkspace } from '../emulator/support/workspace.ts';
import { openPage, screenshot } from '../support/browser.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string, value: string) => ({ text: plain(text), value });

const CONTROLS: KnownBlock[] = [
  {
    type: 'actions',
    block_id: 'controls',
    elements: [
      {
        type: 'overflow',
        action_id: 'more',
        options: [option('Snooze…', 'snooze'), option('History', 'history')],
      },
      {
        type: 'static_select',
        action_id: 'reason',
        placeholder: plain('Why?'),
        options: [option('Bad timing', 'timing'), option('No budget', 'budget')],
      },
      { type: 'datepicker', action_id: 'day', placeholder: plain('Come back on') },
      {
        type: 'button',
        action_id: 'delete',
        style: 'danger',
        text: plain('Delete'),
        confirm: {
          title: plain('Delete this lead?'),
          text: plain('It cannot be brought back.'),
          confirm: plain('Delete it'),
          deny: plain('Keep it'),
        },
      },
    ],
  },
];

/** A bot that remembers what reaches it. */
async function startListening(options: Partial<EmulatorOptions> = {}) {
  const { emulator } = await testWorkspace({ mode: 'socket', ...options });
  const heard: unknown[] = [];
  const app: App = await startBoltBot(emulator, 'socket', (bot) => {
    bot.action(/.*/, async ({ ack, action }) => {
      await ack();
      if (action.type === 'overflow' || action.type === 'static_select')
        heard.push(action.selected_option?.value);
      else if (action.type === 'datepicker') heard.push(action.selected_date);
      else if ('action_id' in action) heard.push(action.action_id);
    });
    bot.command('/insight', async ({ ack, command }) => {
      heard.push(`${command.command} ${command.text}`);
      await ack(`Nothing about ${command.text} yet.`);
    });
    bot.shortcut('make_lead', async ({ ack, shortcut }) => {
      heard.push(shortcut.callback_id);
      await ack();
    });
  });
  const heardBy = (count: number) => emulator.waitFor(() => heard.length >= count);
  return { emulator, app, heard, heardBy, place: (where: string) => `${emulator.pageUrl}#/${where}` };
}

it('menus, selects and pickers work by keyboard alone, and each choice reaches the bot', async () => {
  const { app, heard, heardBy, place } = await startListening();
  await app.client.chat.postMessage({ channel: 'C_LEADS', text: 'A lead', blocks: CONTROLS });
  const page = await openPage(place('U_ANA/C_LEADS'));
  const card = page.getByRole('article');
  await card.getByRole('button', { name: 'More actions', exact: true }).press('Enter');
  // The menu puts the focus on its first entry itself, a moment after it opens.
  await page.locator('[role=menuitem]:focus', { hasText: 'Snooze…' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await heardBy(1);
  await card.getByRole('combobox', { name: 'Why?' }).press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await heardBy(2);
  await card.getByLabel('Come back on').fill('2026-12-01');
  await heardBy(3);
  expect(heard).toEqual(['history', 'budget', '2026-12-01']);
});

it('what cannot be undone asks first, in the bot’s words', async () => {
  const { app, heard, heardBy, place } = await startListening();
  await app.client.chat.postMessage({ channel: 'C_LEADS', text: 'A lead', blocks: CONTROLS });
  const page = await openPage(place('U_ANA/C_LEADS'));
  const sure = page.getByRole('dialog', { name: 'Delete this lead?' });
  await page.getByRole('button', { name: 'Delete' }).click();
  await sure.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await screenshot(page, 'page-confirm');
  await sure.getByRole('button', { name: 'Delete it' }).click();
  await heardBy(1);
  expect(heard).toEqual(['delete']);
});

it('a command is suggested, completed and answered to its sender alone', async () => {
  const { heard, place } = await startListening();
  const page = await openPage(place('U_MIA/C_MARKETING'));
  const field = page.getByRole('textbox', { name: 'Message #marketing' });
  await field.fill('/ins');
  await page.getByRole('option', { name: /\/insight/ }).waitFor();
  await field.press('Tab');
  await page.keyboard.type('find hotels');
  await field.press('Enter');
  await page.getByText('Nothing about find hotels yet.').waitFor();
  expect(heard).toEqual(['/insight find hotels']);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByText('Nothing about find hotels yet.').waitFor({ state: 'detached' });
});

it('a message can be handed to the app by its shortcut', async () => {
  const { emulator, heard, heardBy, place } = await startListening();
  emulator.as('U_BEN').say('C_LEADS', 'Somebody from Pier Inns called');
  const page = await openPage(place('U_ANA/C_LEADS'));
  await page.getByRole('article').hover();
  await page.getByRole('button', { name: 'More message actions' }).click();
  await page.getByRole('menuitem', { name: /Make this a lead/ }).click();
  await heardBy(1);
  expect(heard).toEqual(['make_lead']);
});

it('what others write appears without a reload, and counts as unread elsewhere until it is looked at', async () => {
  const { emulator, place } = await startListening();
  const page = await openPage(place('U_ANA/C_LEADS'));
  emulator.as('U_BEN').say('C_LEADS', 'Good morning');
  await page.getByText('Good morning').waitFor();
  emulator.as('U_BEN').say('C_FIELD', '<@U_ANA> what do hotels say?');
  const link = page.getByRole('link', { name: 'field 1 unread' });
  await link.click();
  await page.getByText('what do hotels say?').waitFor();
  await link.waitFor({ state: 'detached' });
});

it('the guide leads to a person and a place, the host’s buttons answer, and faults are switched', async () => {
  const { emulator, place } = await startListening({
    guide: {
      title: 'Try it',
      intro: 'In order.',
      steps: [
        { title: 'See the field', text: 'Be Mia.', person: 'U_MIA', conversation: 'C_FIELD' },
        { title: 'See her Home', text: 'What waits.', person: 'U_MIA', conversation: 'home' },
      ],
    },
    controls: [{ id: 'monday', label: 'Forward to Monday', hint: '9:00', run: () => 'It is Monday.' }],
  });
  const page = await openPage(place('U_ANA/C_LEADS'));
  await page.getByRole('link', { name: /#field/ }).click();
  await page.getByRole('heading', { name: 'field', exact: true }).waitFor();
  expect(await page.getByLabel('You are').inputValue()).toBe('U_MIA');
  await page.getByRole('button', { name: /^Time:/ }).click();
  await page.getByRole('menuitem', { name: /Forward to Monday/ }).click();
  await page.getByText('It is Monday.').waitFor();
  await page.getByRole('button', { name: 'Faults' }).click();
  await page.getByRole('switch', { name: /Slack is down/ }).click();
  await page.getByText('On purpose: Slack is down').waitFor();
  expect(emulator.faults.isOut).toBe(true);
  await screenshot(page, 'page-faults');
});

it('a permalink opens the page at its message', async () => {
  const { app, emulator } = await startListening();
  const { ts } = await app.client.chat.postMessage({ channel: 'C_LEADS', text: 'New lead from Webinar' });
  const link = await app.client.chat.getPermalink({ channel: 'C_LEADS', message_ts: ts! });
  expect(link.permalink).toContain(emulator.pageUrl);
  const page = await openPage(link.permalink!);
  await page.getByRole('link', { name: /Ana/ }).click();
  await page.getByRole('article').filter({ hasText: 'New lead from Webinar' }).waitFor();
  expect(page.url()).toContain(`/U_ANA/C_LEADS/at/${ts}`);
});

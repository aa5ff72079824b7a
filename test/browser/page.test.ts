import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { expect, it } from 'vitest';
import type { Emulator } from '../../emulator/start-emulator.ts';
import { startBoltBot } from '../emulator/support/bolt-bot.ts';
import { testWorkspace } from '../emulator/support/workspace.ts';
import { openPage, screenshot } from '../support/browser.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

function card(state: string): KnownBlock[] {
  return [
    { type: 'section', text: { type: 'mrkdwn', text: `*Dana Whitfield*, Harbour Hotels\n${state}` } },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'claim', style: 'primary', text: plain('Claim') },
        { type: 'button', action_id: 'qualify', text: plain('Qualify') },
        { type: 'button', action_id: 'ignored', text: plain('Ignored') },
      ],
    },
  ];
}

const QUALIFY: ModalView = {
  type: 'modal',
  callback_id: 'qualify',
  title: plain('Qualify'),
  submit: plain('Save'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: 'next',
      label: plain('Next step'),
      element: { type: 'plain_text_input', action_id: 'text' },
    },
    {
      type: 'input',
      block_id: 'with',
      optional: true,
      label: plain('Colleague'),
      element: { type: 'users_select', action_id: 'who' },
    },
  ],
};

/** A bot with just enough behaviour to press everything once. */
function smallBot(entered: object[]): (app: App) => void {
  let owner: string | undefined;
  return (app) => {
    app.action('claim', async ({ ack, body, client, respond }) => {
      await ack();
      if (body.type !== 'block_actions') return;
      if (owner !== undefined) {
        await respond({
          response_type: 'ephemeral',
          replace_original: false,
          text: `<@${owner}> was first.`,
        });
        return;
      }
      owner = body.user.id;
      const blocks = card(`Claimed by <@${owner}>`);
      await client.chat.update({ channel: 'C_LEADS', ts: body.message!.ts, text: 'Claimed', blocks });
    });
    app.action('qualify', async ({ ack, body, client }) => {
      await ack();
      if (body.type === 'block_actions')
        await client.views.open({ trigger_id: body.trigger_id, view: QUALIFY });
    });
    app.view('qualify', async ({ ack, view }) => {
      const { next, with: colleague } = view.state.values;
      const words = next?.text?.value ?? '';
      if (words.length < 4) return ack({ response_action: 'errors', errors: { next: 'Say a little more.' } });
      entered.push({ words, colleague: colleague?.who?.selected_user });
      return ack();
    });
    app.event('app_home_opened', async ({ event, client }) => {
      const blocks: KnownBlock[] = [{ type: 'header', text: plain('Nothing waits for you') }];
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
    });
  };
}

async function startWithBot(): Promise<{ emulator: Emulator; app: App; entered: object[] }> {
  const { emulator } = await testWorkspace({ mode: 'socket' });
  const entered: object[] = [];
  const app = await startBoltBot(emulator, 'socket', smallBot(entered));
  return { emulator, app, entered };
}

const at = (emulator: Emulator, place: string) => `${emulator.pageUrl}#/${place}`;

it('Ana claims a lead on its card, and Ben, who comes second, is told so privately', async () => {
  const { emulator, app } = await startWithBot();
  const ana = await openPage(at(emulator, 'U_ANA/C_LEADS'));
  await app.client.chat.postMessage({ channel: 'C_LEADS', text: 'New lead', blocks: card('Claim by 9:15') });
  const lead = ana.getByRole('article').filter({ hasText: 'Dana Whitfield' });
  await lead.getByRole('button', { name: 'Claim' }).click();
  await lead.getByText('Claimed by @Ana').waitFor();
  await screenshot(ana, 'page-claimed');

  await ana.getByLabel('You are').selectOption('U_BEN');
  await lead.getByRole('button', { name: 'Claim' }).click();
  await ana.getByText('Only visible to you').waitFor();
  await ana.getByText('was first.').waitFor();
  await screenshot(ana, 'page-ephemeral');
  await ana.getByLabel('You are').selectOption('U_ANA');
  await lead.waitFor();
  expect(await ana.getByText('Only visible to you').count()).toBe(0);
});

it('a modal shows what the bot refuses beside the field, keeps what was entered, and closes when it is right', async () => {
  const { emulator, app, entered } = await startWithBot();
  await app.client.chat.postMessage({ channel: 'C_LEADS', text: 'New lead', blocks: card('New') });
  const page = await openPage(at(emulator, 'U_ANA/C_LEADS'));
  await page.getByRole('button', { name: 'Qualify' }).click();
  const modal = page.getByRole('dialog', { name: 'Qualify' });
  await modal.getByLabel('Colleague').fill('Be');
  await modal.getByRole('option', { name: /Ben/ }).click();
  await modal.getByLabel('Next step').fill('no');
  await modal.getByRole('button', { name: 'Save' }).click();
  await modal.getByText('Say a little more.').waitFor();
  expect(await modal.getByLabel('Next step').getAttribute('aria-invalid')).toBe('true');
  await screenshot(page, 'page-modal-error');

  await modal.getByLabel('Next step').fill('Demo with finance');
  await modal.getByRole('button', { name: 'Save' }).click();
  await modal.waitFor({ state: 'detached' });
  expect(entered).toEqual([{ words: 'Demo with finance', colleague: 'U_BEN' }]);
});

it('Esc closes a modal, and the bot that does not answer is named at the button', async () => {
  const { emulator, app } = await startWithBot();
  await app.client.chat.postMessage({ channel: 'C_LEADS', text: 'New lead', blocks: card('New') });
  const page = await openPage(at(emulator, 'U_ANA/C_LEADS'));
  await page.getByRole('button', { name: 'Qualify' }).click();
  const modal = page.getByRole('dialog', { name: 'Qualify' });
  await modal.getByLabel('Next step').waitFor();
  await page.keyboard.press('Escape');
  await modal.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Ignored' }).click();
  await page.getByRole('article').getByRole('alert').waitFor();
  await screenshot(page, 'page-unanswered');
});

it('a thread opens beside its message, takes an answer, and a reload returns to it', async () => {
  const { emulator, app } = await startWithBot();
  const { ts } = await app.client.chat.postMessage({ channel: 'C_LEADS', text: 'New lead from Webinar' });
  await app.client.chat.postMessage({ channel: 'C_LEADS', text: 'It arrived at nine.', thread_ts: ts! });
  const page = await openPage(at(emulator, 'U_ANA/C_LEADS'));
  await page.getByRole('link', { name: /1 reply/ }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByText('It arrived at nine.').waitFor();
  await thread.getByLabel('Reply…').fill('I call at <eleven> & later');
  await thread.getByLabel('Reply…').press('Enter');
  await thread.getByText('I call at <eleven> & later').waitFor();
  await page.reload();
  await thread.getByText('I call at <eleven> & later').waitFor();
  await page.getByRole('link', { name: /2 replies/ }).waitFor();
  await screenshot(page, 'page-thread');
});

it('a chart and a table can be read by name and by value', async () => {
  const { emulator, app } = await startWithBot();
  const series = (name: string, values: number[]) => ({
    name,
    data: values.map((value, index) => ({ label: `W${46 + index}`, value })),
  });
  const blocks = [
    {
      type: 'data_visualization',
      title: 'Leads and qualified',
      chart: {
        type: 'line',
        series: [series('Leads', [47, 52]), series('Qualified', [11, 14])],
        axis_config: { categories: ['W46', 'W47'] },
      },
    },
    {
      type: 'table',
      rows: [
        [
          { type: 'raw_text', text: 'Source' },
          { type: 'raw_text', text: 'Leads' },
        ],
        [
          { type: 'raw_text', text: 'Webinar' },
          { type: 'raw_number', value: 42, text: '42' },
        ],
      ],
    },
  ] as unknown as KnownBlock[];
  await app.client.chat.postMessage({ channel: 'C_SCORECARD', text: 'Week 47', blocks });
  const page = await openPage(at(emulator, 'U_MAX/C_SCORECARD'), { dark: true });
  await page.getByRole('img', { name: /Line chart: Leads and qualified/ }).waitFor();
  await page.getByText('Values').click();
  await page.getByRole('row', { name: 'W47 52 14' }).waitFor();
  await page.getByRole('row', { name: 'Webinar 42' }).waitFor();
  await screenshot(page, 'page-chart');
});

it('a lead named "<!channel> & <script>" shows as written', async () => {
  const { emulator, app } = await startWithBot();
  const name = '&lt;!channel&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;';
  const text = { type: 'mrkdwn' as const, text: `*${name}*` };
  await app.client.chat.postMessage({ channel: 'C_LEADS', text: name, blocks: [{ type: 'section', text }] });
  const page = await openPage(at(emulator, 'U_ANA/C_LEADS'));
  await page.getByRole('article').getByText('<!channel> & <script>alert(1)</script>').waitFor();
});

it('on a phone one pane shows at a time, with a way back', async () => {
  const { emulator } = await startWithBot();
  const page = await openPage(at(emulator, 'U_ANA'), { size: 'phone' });
  const list = page.getByRole('navigation', { name: 'Conversations' });
  await list.getByRole('link', { name: 'Tango' }).click();
  await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
  expect(await list.isVisible()).toBe(false);
  await screenshot(page, 'page-phone-home');
  await page.getByRole('link', { name: 'Back' }).click();
  await list.waitFor();
});

it('whoever opens the page is asked whom to be, and sees that no bot is there', async () => {
  const { emulator } = await testWorkspace({ mode: 'socket' });
  const page = await openPage(emulator.pageUrl);
  await page.getByRole('link', { name: /Mia/ }).click();
  await page.getByText('Tango is not connected').waitFor();
  expect(page.url()).toContain('#/U_MIA/');
});

it('what an app folds is folded, what stands in it works, and what an older app hangs below its message is drawn', async () => {
  const { emulator, app } = await startWithBot();
  const container = {
    ...{
      type: 'container',
      title: plain('Two more that wait'),
      is_collapsible: true,
      default_collapsed: true,
    },
    child_blocks: card('Claim by 9:15'),
  } as KnownBlock;
  await app.client.chat.postMessage({ channel: 'C_LEADS', text: 'Two', blocks: [container] });
  const attachment = {
    ...{ color: '#2eb67d', title: 'New answer', title_link: 'https://forms.example/1', footer: 'Forms' },
    fields: [{ title: 'E-mail', value: '<mailto:dana@harbour.example|dana@harbour.example>' }],
  };
  await app.client.chat.postMessage({ channel: 'C_LEADS', text: 'A form', attachments: [attachment] });
  const page = await openPage(at(emulator, 'U_ANA/C_LEADS'));
  const claim = page.getByRole('button', { name: 'Claim' });
  await page.getByText('Two more that wait').waitFor();
  expect(await claim.isVisible()).toBe(false);
  await page.getByRole('link', { name: 'New answer' }).waitFor();
  await page.getByText('Two more that wait').click();
  await screenshot(page, 'page-folded');
  await claim.click();
  await page.getByText('Claimed by @Ana').waitFor();

  const dark = await openPage(at(emulator, 'U_ANA/C_LEADS'), { dark: true, size: 'phone' });
  await dark.getByRole('link', { name: 'New answer' }).waitFor();
  await screenshot(dark, 'page-folded-dark-phone');
});

it('an alert in a modal is drawn by its level', async () => {
  const { emulator, app } = await startWithBot();
  const levels = ['info', 'warning', 'error', 'success'] as const;
  app.command('/tango', async ({ ack, body, client }) => {
    await ack();
    const blocks = levels.map((level) => ({
      ...{ type: 'alert' as const, level },
      text: { type: 'mrkdwn' as const, text: `This is of the level *${level}*.` },
    }));
    const view: ModalView = { type: 'modal', title: plain('Alerts'), blocks };
    await client.views.open({ trigger_id: body.trigger_id, view });
  });
  const page = await openPage(at(emulator, 'U_ANA/C_LEADS'));
  await emulator.as('U_ANA').command('/tango');
  const modal = page.getByRole('dialog', { name: 'Alerts' });
  await modal.getByText('This is of the level error').waitFor();
  await screenshot(page, 'page-alerts');
  const dark = await openPage(at(emulator, 'U_ANA/C_LEADS'), { dark: true, size: 'phone' });
  await dark.getByText('This is of the level error').waitFor();
  await screenshot(dark, 'page-alerts-dark-phone');
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Demo, openDemo } from '../../demo/open-demo.ts';
import { freePort } from '../../demo/ports.ts';
import { openPage, screenshot } from '../support/browser.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo({ pagePort: await freePort(0), apiPort: await freePort(0), logLevel: 'warn' });
});
afterAll(() => demo.stop());

const at = (where: string) => `${demo.pageUrl}#/${where}`;
const cardOf = (page: Page, who: string) => page.getByRole('article').filter({ hasText: who }).last();

async function choose(page: Page, entry: string, answer: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Time:/ }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  await page.getByRole('status').getByText(answer).waitFor({ timeout: 25_000 });
}

it('a visitor follows the guide: Ana claims Dana’s lead, says that she called, and qualifies it', async () => {
  const page = await openPage(demo.pageUrl);
  await page.getByRole('heading', { name: 'Try Tango' }).waitFor();
  await screenshot(page, 'demo-welcome');
  await page.getByRole('link', { name: /Ana/ }).click();
  const card = cardOf(page, 'Dana Whitfield');
  await screenshot(page, 'demo-leads');
  await card.getByRole('button', { name: 'Claim' }).click();
  await card.getByText('claimed this in').waitFor();
  await card.getByRole('button', { name: 'Contacted' }).click();
  // The card is drawn again: a click on the old one would be lost.
  await card.getByRole('button', { name: 'Contacted' }).waitFor({ state: 'detached' });
  await card.getByRole('button', { name: 'Qualify' }).click();
  const modal = page.getByRole('dialog', { name: 'Qualify' });
  for (const criterion of ['Fits our market', 'Has a need we solve', 'Can decide'])
    await modal.getByLabel(criterion).check();
  await modal.getByLabel(/Worth about/).fill('18000');
  await modal.getByLabel('Next step').fill('Demo with finance');
  await screenshot(page, 'demo-qualify');
  await modal.getByRole('button', { name: 'Qualify' }).click();
  await modal.waitFor({ state: 'detached' });
  await card.getByText('€18,000').waitFor();
  await screenshot(page, 'demo-qualified');
});

it('on a phone and in the dark, Ben reads whom a nag was about', async () => {
  const page = await openPage(at('U_BEN/C_LEADS'), { size: 'phone', dark: true });
  await choose(page, 'Forward to the next nag', /It is now Thursday 19 November/);
  await screenshot(page, 'demo-phone-nag');
});

it('forwarded to Monday, Max reads the scorecard and its thread', async () => {
  const page = await openPage(at('U_MAX/C_SCORECARD'));
  await choose(page, 'Forward to Monday 9:00', /It is now Monday 23 November, 9:00 in Berlin/);
  const scorecard = page.getByRole('article').filter({ hasText: 'Week 47 (16–22 Nov)' });
  await scorecard.getByRole('img', { name: /chart/i }).waitFor();
  await screenshot(page, 'demo-scorecard');
  await scorecard.getByRole('link', { name: /replies/ }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByText('Who is buying now').first().waitFor();
  expect(await thread.getByRole('log').evaluate((log) => log.scrollTop)).toBe(0);
  await screenshot(page, 'demo-scorecard-thread');
});

it('while Slack is down a lead is taken all the same, and its card comes when Slack is back', async () => {
  const page = await openPage(at('U_ANA/C_LEADS'));
  await cardOf(page, 'Dana Whitfield').waitFor();
  await page.getByRole('button', { name: 'Faults' }).click();
  await page.getByRole('switch', { name: /Slack is down/ }).click();
  await page.getByText('On purpose: Slack is down').waitFor();
  await page.keyboard.press('Escape');
  await choose(page, 'A lead arrives now', /the card follows when Slack is back/);
  const said = await page.getByRole('status').getByText('the card follows').innerText();
  const [who = ''] = said.split(',');
  const theirs = page.getByRole('article').filter({ hasText: who });
  const before = await theirs.count();
  await page.getByRole('button', { name: 'Faults' }).click();
  await page.getByRole('switch', { name: /Slack is down/ }).click();
  await expect.poll(() => theirs.count(), { timeout: 25_000 }).toBe(before + 1);
});

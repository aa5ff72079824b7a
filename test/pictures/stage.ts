/** Where the pictures are taken: the demo in a real browser, looked at by one of its people. */
import type { Browser, Locator, Page } from 'playwright-core';
import type { Demo } from '../../demo/open-demo.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';

/** Wide enough for the widest message, and as high as the longest form, so that nothing is scrolled. */
const SIZE = { width: 1100, height: 1700 };
const PATIENCE_MS = 30_000;
const AROUND = 10;

export interface Look {
  who: PersonId;
  theme: 'light' | 'dark';
}

export interface Stage {
  page: Page;
  /** Tango's latest message to whoever looks. */
  latest(): Locator;
  drop(name: string, content: string): Promise<void>;
  /** A command of Slack’s, typed in the direct message with Tango: answers with the form that it opens. */
  command(text: string, title: string): Promise<Locator>;
  form(title: string): Locator;
  /** What a form on a website sends to the bot. */
  post(path: string, body: object): Promise<void>;
}

export async function openStage(browser: Browser, demo: Demo, { who, theme }: Look): Promise<Stage> {
  const context = await browser.newContext({ viewport: SIZE, colorScheme: theme, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const { channel } = demo.emulator.as(who).directMessage();
  await page.goto(`${demo.pageUrl}#/${who}/${channel}`);
  const composer = page.getByRole('textbox', { name: /^Message/ });
  await composer.waitFor();
  await page.getByRole('button', { name: 'Close guide' }).click();
  const form = (title: string) => page.getByRole('dialog', { name: title, exact: true });
  return {
    page,
    form,
    async post(path, body) {
      const answer = await fetch(`${demo.apiUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`The form was answered with ${answer.status}`);
    },
    latest: () => page.getByRole('article', { name: /^Tango/ }).last(),
    async drop(name, content) {
      const buffer = Buffer.from(content);
      await page.getByLabel('Send a file').setInputFiles({ name, mimeType: 'text/csv', buffer });
    },
    async command(text, title) {
      await composer.fill(text);
      // The list of commands would take the Enter.
      await composer.press('Escape');
      await composer.press('Enter');
      const opened = form(title);
      await opened.waitFor();
      return opened;
    },
  };
}

/** With a little room around it. */
export async function photograph({ page }: Stage, of: Locator): Promise<Buffer> {
  await of.scrollIntoViewIfNeeded();
  // Nothing is hovered, no field has the cursor, and what moves has come to rest.
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur(); document.fonts.ready');
  const box = await of.boundingBox();
  if (!box) throw new Error('What is to be in the picture is not on the page');
  const clip = {
    x: Math.max(0, box.x - AROUND),
    y: Math.max(0, box.y - AROUND),
    width: Math.min(SIZE.width - Math.max(0, box.x - AROUND), box.width + 2 * AROUND),
    height: Math.min(SIZE.height - Math.max(0, box.y - AROUND), box.height + 2 * AROUND),
  };
  return page.screenshot({ clip, animations: 'disabled', caret: 'hide', timeout: PATIENCE_MS });
}

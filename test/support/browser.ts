import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { launchChromium } from './chromium.ts';

const ARTIFACTS = fileURLToPath(new URL('../../artifacts/', import.meta.url));

const SIZES = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;

let launched: Promise<Browser> | undefined;
afterAll(async () => {
  const browser = await launched;
  launched = undefined;
  await browser?.close();
});

/**
 * A page in a real Chromium, one browser for all tests of a file. An error that the page's own script throws fails
 * the test at its end, so that no test passes over a broken page.
 */
export async function openPage(
  url: string,
  { size = 'laptop', dark = false }: { size?: keyof typeof SIZES; dark?: boolean } = {},
): Promise<Page> {
  launched ??= launchChromium();
  const browser = await launched;
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  // Two cores that are busy with other tests take their time.
  page.setDefaultTimeout(20_000);
  const thrown: Error[] = [];
  page.on('pageerror', (error) => thrown.push(error));
  onTestFinished(async () => {
    await context.close();
    if (thrown[0]) throw thrown[0];
  });
  await page.goto(url);
  return page;
}

/** Kept in artifacts/, outside git, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(ARTIFACTS, { recursive: true });
  await page.screenshot({ path: `${ARTIFACTS}${name}.png` });
}

/**
 * `npm run pictures [NAME…]`: takes the pictures of the documents again, from the demo in a real browser, into docs/pictures. Those of one person
 * and theme are one visit: with names, the visit goes on to the last of them, and only they are written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { openDemo } from '../../demo/open-demo.ts';
import { freePort } from '../../demo/ports.ts';
import { launchChromium } from '../support/chromium.ts';
import { PICTURES } from './pictures.ts';
import { smallPng } from './small-png.ts';
import { openStage, photograph } from './stage.ts';

const FOLDER = 'docs/pictures';
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PICTURES.some((picture) => picture.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no picture ${unknown.join(', ')}. There are: ${PICTURES.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const [pagePort, apiPort] = [await freePort(0), await freePort(0)];
const demo = await openDemo({ pagePort, apiPort, logLevel: 'error', publicUrl: 'https://tango.example.com' });
const browser = await launchChromium();
mkdirSync(FOLDER, { recursive: true });
for (const visit of Map.groupBy(PICTURES, ({ who, theme }) => `${who} ${theme}`).values()) {
  const isWanted = ({ name }: { name: string }) => wanted.length === 0 || wanted.includes(name);
  const [first] = visit;
  const last = visit.findLastIndex(isWanted);
  if (!first || last === -1) continue;
  const stage = await openStage(browser, demo, first);
  for (const picture of visit.slice(0, last + 1)) {
    const shown = await picture.steps(stage).catch(async (thrown: unknown) => {
      await stage.page.screenshot({ path: 'artifacts/picture-not-taken.png' });
      throw new Error(`${picture.name} was not taken: artifacts/picture-not-taken.png shows why`, {
        cause: thrown,
      });
    });
    if (!isWanted(picture)) continue;
    const png = smallPng(await photograph(stage, shown));
    writeFileSync(`${FOLDER}/${picture.name}.png`, png);
    console.log(`${picture.name}.png: ${Math.ceil(png.length / 1024)} kB`);
  }
}
await browser.close();
await demo.stop();
process.exit(0);

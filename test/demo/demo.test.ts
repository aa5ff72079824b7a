import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Demo, openDemo } from '../../demo/open-demo.ts';
import { freePort } from '../../demo/ports.ts';
import { textOf } from '../support/messages.ts';
import { ANA, FIELD, LEADS, MARKETING, MIA, SCORECARD } from '../support/people.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo({ pagePort: await freePort(0), apiPort: await freePort(0), logLevel: 'warn' });
});
afterAll(() => demo.stop());

/** The messages of a channel outside of threads, oldest first. */
function posts(channel: string) {
  return demo.emulator.workspace.messages
    .in(channel)
    .filter((message) => message.threadTs === undefined || message.threadTs === message.ts);
}

/** A button of the clock's menu; what the page says after it. */
async function press(id: string): Promise<string> {
  const response = await fetch(`${demo.pageUrl}page/api/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'control', user: ANA, id }),
  });
  const { notice } = (await response.json()) as { notice: string };
  return notice;
}

const berlin = (at: number) => new Date(at).toLocaleString('sv', { timeZone: 'Europe/Berlin' });
const timeOf = ({ ts }: { ts: string }) => berlin(Number(ts) * 1_000);

it('opens on a Thursday morning, with four cards of today at the times at which they came', () => {
  expect(berlin(demo.clock.now())).toMatch(/^2026-11-19 10:4\d/);
  const today = posts(LEADS).filter((post) => timeOf(post).startsWith('2026-11-19'));
  const cards = today.filter(
    (post) => post.text?.startsWith('New lead') || textOf(post).includes('*Source*'),
  );
  expect(cards.map((post) => timeOf(post).slice(11, 16))).toEqual(['09:08', '09:40', '10:05', '10:34']);
  expect(textOf(today.at(-1)!)).toContain('Dana Whitfield');
});

it('has published a scorecard on each Monday at nine, local time, also across the change of the clocks', () => {
  const mondays = posts(SCORECARD).map((post) => timeOf(post).slice(0, 16));
  expect(mondays).toEqual([
    ...['2026-09-28 09:00', '2026-10-05 09:00', '2026-10-12 09:00', '2026-10-19 09:00'],
    ...['2026-10-26 09:00', '2026-11-02 09:00', '2026-11-09 09:00', '2026-11-16 09:00'],
  ]);
});

it('has a request that Ana answered and one that waits for its story', () => {
  expect(posts(FIELD)).toHaveLength(2);
  expect(posts(MARKETING).map(textOf)).toContainEqual(expect.stringContaining('Pier Inns'));
});

it('lets a lead arrive over HTTP', async () => {
  const before = posts(LEADS).length;
  const notice = await press('lead');
  await expect.poll(() => posts(LEADS).length, { timeout: 10_000 }).toBe(before + 1);
  expect(notice).toContain('the card is in #leads');
});

it('looks at a file that a marketer drops', async () => {
  const mia = demo.emulator.as(MIA);
  mia.sayToBot('', {
    files: [mia.upload('crm.csv', Buffer.from('Lead ID,Source,Name,Status\n1,Fair,Ada,Warm\n')).id],
  });
  const latest = () => textOf(mia.directMessage().messages.at(-1)!);
  await expect.poll(latest, { timeout: 20_000 }).toContain('words that I do not know: “Warm”');
});

it('forwards to the next nag, and says whom it was about', async () => {
  expect(await press('nag')).toMatch(/^It is now Thursday 19 November, 1\d:\d\d in Berlin\. .*#leads/);
});

it('forwards to Monday, with the reminders of the days between at their times, and the scorecard at nine', async () => {
  expect(await press('monday')).toMatch(
    /^It is now Monday 23 November, 9:00 in Berlin\. The scorecard of last week is in #scorecard\./,
  );
  const scorecard = posts(SCORECARD).at(-1)!;
  expect(timeOf(scorecard)).toMatch(/^2026-11-23 09:00/);
  const thread = demo.emulator.workspace.messages
    .in(SCORECARD)
    .filter((one) => one.threadTs === scorecard.ts);
  expect(thread.length).toBeGreaterThan(4);
  const said = demo.emulator.workspace.messages.in(LEADS).map(timeOf);
  expect(
    said.filter((time) => time > '2026-11-19 12:00' && time < '2026-11-19 18:01').length,
  ).toBeGreaterThan(2);
});

it('sends nothing twice', () => {
  const { workspace } = demo.emulator;
  const ids = workspace.callsOf('chat.postMessage').map(({ args }) => JSON.stringify(args.metadata));
  expect(new Set(ids).size).toBe(ids.length);
});

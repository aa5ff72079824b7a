/** What somebody outside wrote is shown as it was written, all of it. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseMrkdwn } from '../../emulator/page/mrkdwn.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { buttonsOf, markupOf, readOf } from '../support/messages.ts';
import { ANA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const CASES = '../shared/cases';

function caseFile(name: string): unknown {
  return JSON.parse(readFileSync(`${CASES}/${name}`, 'utf8'));
}

async function withLead(body: unknown): Promise<World> {
  const world = await startWorld({ pace: false });
  expect((await world.post('/api/leads', body)).status).toBe(201);
  await world.settle();
  return world;
}

const cardIn = (world: World) => cardsOf(world.emulator)[0]!;

/** All pages of "Show everything", as a person turns them. */
async function everything(world: World): Promise<string[]> {
  const ana = world.emulator.as(ANA);
  await ana.choose(cardIn(world), 'lead_menu', 'Show everything');
  await ana.openModal();
  const pages = [readOf(ana.topModal()!)];
  while (buttonsOf(ana.topModal()!).includes('More')) {
    await ana.clickInView(ana.topModal()!, 'lead_page_on');
    pages.push(readOf(ana.topModal()!));
  }
  return pages;
}

it.skipIf(!existsSync(CASES))(
  'shared/cases/19: names format nothing and read as they were sent',
  async () => {
    const world = await withLead(caseFile('19-formatting-characters/lead.json'));
    const ana = world.emulator.as(ANA);
    await ana.click(cardIn(world), 'Claim');
    await world.settle();
    const shown = readOf(cardIn(world));
    for (const name of [
      'Dana *VIP* Whitfield',
      'E*QUAY `Labs`',
      '~Head~ of _Ops_',
      'a_b_c',
      '_brand_search_',
    ])
      expect(shown).toContain(name);
    expect(shown).toContain('> ```\n> unclosed code');
    const [pages] = await everything(world);
    expect(pages).toContain('Dana *VIP* Whitfield');
    await ana.click(cardIn(world), 'Reject');
    const markup = [cardIn(world), ...threadOf(world.emulator, cardIn(world)), ana.topModal()!].flatMap(
      markupOf,
    );
    const parsed = JSON.stringify(markup.map(parseMrkdwn));
    expect(parsed).not.toMatch(/"type":"(italic|strike|code|pre)"/);
  },
);

it.skipIf(!existsSync(CASES)).each(['lead-1.json', 'lead-2.json'])(
  'shared/cases/16/%s: a name of emoji is cut between two of them, and the card has Claim',
  async (file) => {
    const world = await withLead(caseFile(`16-half-an-emoji/${file}`));
    expect(buttonsOf(cardIn(world))).toContain('Claim');
    const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
    const said = world.emulator.workspace.conversations
      .all()
      .flatMap(({ id }) => world.emulator.workspace.messages.in(id));
    expect(JSON.stringify(said)).not.toMatch(half);
    expect(said.flatMap(({ blocks }) => JSON.stringify(blocks)).some((text) => /\\ud8/i.test(text))).toBe(
      false,
    );
  },
);

it.skipIf(!existsSync(CASES))(
  'shared/cases/16b: the form opens, and what was said ends before the emoji across its end',
  async () => {
    const { text } = caseFile('16b-half-an-emoji-in-a-form/message.json') as { text: string };
    const world = await startWorld({ pace: false });
    const ana = world.emulator.as(ANA);
    const said = ana.say('C_LEADS', text);
    await ana.messageShortcut('make_lead', said);
    const form = await ana.openModal();
    const filled = JSON.stringify(form.blocks);
    expect(filled).toContain(text.slice(0, 2_900));
    expect(filled).not.toMatch(/\\ud[89a-f]/i);
  },
);

it.skipIf(!existsSync(CASES))('shared/cases/36: everything can be read', async () => {
  const world = await withLead(caseFile('36-show-everything/lead.json'));
  const all = (await everything(world)).join('\n');
  const numbers = Array.from({ length: 30 }, (_, index) => String(index + 1).padStart(2, '0'));
  const ends = [...numbers, 'WHY', 'WORD'].flatMap((each) => [`FIRST${each}`, `LAST${each}`]);
  expect(ends.filter((end) => !all.includes(end))).toEqual([]);
});

it('What is more than a modal holds goes on with the next page, and back', async () => {
  const fields = Object.fromEntries(
    Array.from({ length: 50 }, (_, n) => [`Question ${n}`, `FIRST${n} ${'*&* '.repeat(450)}LAST${n}`]),
  );
  const world = await withLead({ source: 'Web', externalId: 'x', email: 'd@one.example', fields });
  const pages = await everything(world);
  expect(pages.length).toBeGreaterThan(2);
  const all = pages.join('\n');
  const missing = Object.keys(fields).filter(
    (_, n) => !all.includes(`FIRST${n} `) || !all.includes(`LAST${n}`),
  );
  expect(missing).toEqual([]);
  expect(pages.at(-1)).toContain('It arrived.');
  const ana = world.emulator.as(ANA);
  await ana.clickInView(ana.topModal()!, 'lead_page_back');
  expect(readOf(ana.topModal()!)).toContain(`Page ${pages.length - 1} of ${pages.length}`);
});

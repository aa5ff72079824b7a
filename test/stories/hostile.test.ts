import { describe, expect, it } from 'vitest';
import type { View } from '../../emulator/workspace/views.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { markupOf, readOf, unescaped } from '../support/messages.ts';
import { ANA, LEADS, MAX } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const NAME = '<!channel> & <script>';
const NAMES = [
  NAME,
  '<@U_MAX> &amp; <#C_LEADS>',
  '*bold* _it_ `code` ~no~',
  'عمر بن الخطاب 👩🏽‍🚀 Zoë',
  'a|b>c',
];
const WORDS = `<!here> & <https://evil.example|click>\n${'& '.repeat(2_500)}`.slice(0, 5_000);

/** Every field as hostile as its name. */
function lead(name: string) {
  return {
    ...{ source: name, externalId: name, campaign: name, name, company: name, title: name },
    ...{ segment: name, region: name, companySize: name, fields: { [name]: name } },
    ...{ email: 'dana@harbour.example', message: WORDS, reason: WORDS.slice(0, 2_000) },
  };
}

describe('text of outsiders', () => {
  it.each(NAMES)('reads as it was written and calls nobody: %s', async (name) => {
    const world = await startWorld({ mode: 'http' });
    expect((await world.post('/api/leads', lead(name))).status).toBe(201);
    await world.settle();
    const [card] = cardsOf(world.emulator);
    expect(unescaped(card!.text)).toContain(name);
    expect(readOf(card!)).toContain(`*${name}*`);

    const ana = world.emulator.as(ANA);
    await ana.choose(card!, 'lead_menu', 'Show everything');
    const details = await ana.openModal();
    expectSafe(details, name);
    expect(readOf(details)).toContain(`*${name}*  ${name}`);

    for (const button of ['Qualify', 'Reject']) {
      await ana.click(card!, button);
      expectSafe(await ana.openModal(), name);
      if (button === 'Reject') await ana.clickInView(ana.topModal()!, 'reason', { option: 'Other' });
    }
    expect(await ana.submit(ana.topModal()!, { note: name })).toEqual({ result: 'closed' });
    await world.settle();
    const [line] = threadOf(world.emulator, card!);
    expect(unescaped(line!.text)).toContain(`> ${name}`);
    expect(readOf(cardsOf(world.emulator)[0]!)).toContain(`(${name})`);
    expect(pinging(world)).toEqual([]);
  });

  it('calls nobody from the scorecard, where a source has such a name', async () => {
    const world = await startWorld({ mode: 'http' });
    await world.post('/api/leads', [lead(NAME), { ...lead(NAME), externalId: 'two' }]);
    await world.settle();
    expect(await world.emulator.as(MAX).command('/scorecard', '', { channel: LEADS })).toMatchObject({
      acknowledged: true,
    });
    await world.settle();
    const shown = world.emulator.as(MAX).ephemerals(LEADS);
    expect(shown.map(readOf).join('\n')).toContain(NAME);
    expect(pinging(world)).toEqual([]);
  });
});

function expectSafe(view: View, name: string): void {
  expect(readOf(view)).toContain(name);
  expect(markupOf(view).filter(isPinging)).toEqual([]);
}

/** Of all that was said anywhere. */
function pinging({ emulator: { workspace } }: World): string[] {
  const all = workspace.conversations.all().flatMap(({ id }) => workspace.messages.in(id));
  expect(all.length).toBeGreaterThan(0);
  return all.flatMap((message) => [message.text, ...markupOf(message)]).filter(isPinging);
}

/** Dates, the people who did or should do something, and the way to reach a lead are ours. */
function isPinging(text: string): boolean {
  return /<(?!!date\^|@U_(ANA|MIA)>|mailto:)/.test(text);
}

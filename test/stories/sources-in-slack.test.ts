/** Where leads come from is put right in Slack by whoever in marketing sees it, with one click each, and undone with one. */
import { describe, expect, it } from 'vitest';
import type { Hands } from '../../emulator/person/hands.ts';
import type { View } from '../../emulator/workspace/views.ts';
import { cardsOf } from '../support/cards.ts';
import { buttonsOf, readOf, textOf } from '../support/messages.ts';
import { ANA, LEADS, MAX, MIA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let count = 0;

async function leadsFrom(world: World, ...sources: (string | { source: string; campaign: string })[]) {
  const leads = sources.map((each) => {
    const n = ++count;
    const origin = typeof each === 'string' ? { source: each } : each;
    return { ...origin, externalId: `form-${n}`, name: `Person ${n}`, email: `p${n}@firm${n}.example` };
  });
  await world.post('/api/leads', leads);
  await world.settle();
}

async function openList(world: World, person = MIA): Promise<{ hands: Hands; list: View }> {
  const hands = world.emulator.as(person);
  await hands.command('/tango', 'sources', { channel: LEADS });
  return { hands, list: await hands.openModal('source_list_modal') };
}

/** The rows of sources, or of campaigns: what stands there first. */
function rowsOf(view: { blocks: readonly unknown[] }): string[] {
  return (view.blocks as View['blocks'])
    .filter((block) => (block.accessory as { type?: string })?.type === 'overflow')
    .map((block) =>
      readOf({ blocks: [{ text: block.text }] })
        .split('\n')
        .join(' / '),
    );
}

async function choose(hands: Hands, of: string, option: string): Promise<void> {
  const view = hands.topModal()!;
  const block = view.blocks.find(
    (each) =>
      (each.accessory as { type?: string })?.type === 'overflow' && textOf({ blocks: [each] }).includes(of),
  )!;
  await hands.clickInView(view, 'source_menu', { blockId: String(block.block_id), option });
}

const titles = (offered: unknown[]) => offered.map((each) => (each as { text: { text: string } }).text.text);

const shown = (hands: Hands) => textOf(hands.topModal()!);

for (const mode of ['socket', 'http'] as const)
  describe(`sources, over ${mode}`, () => {
    it('what looks alike is one with one click, the cards say so, and it is undone as one step', async () => {
      const world = await startWorld({ mode });
      await leadsFrom(world, 'Google Ads', 'Google Ads', 'google-ads', 'Gogle Ads', 'Googel Ads', 'Webinar');
      const { hands: mia, list } = await openList(world);
      expect(textOf(list)).toContain(
        '*Google Ads* (3 leads), “Gogle Ads” (1 lead) and “Googel Ads” (1 lead) look the same.',
      );
      expect(rowsOf(list)).toEqual([
        '*Google Ads* · 3 leads',
        '*Gogle Ads* · 1 lead',
        '*Googel Ads* · 1 lead',
        '*Webinar* · 1 lead',
      ]);
      await mia.clickInView(list, 'Merge them');
      await expect
        .poll(() => rowsOf(mia.topModal()!))
        .toEqual(['*Google Ads* · 5 leads / also “Gogle Ads”, “Googel Ads”', '*Webinar* · 1 lead']);
      await leadsFrom(world, 'GOGLE ADS');
      expect(textOf(cardsOf(world.emulator).at(-1)!)).toContain('Google Ads');

      await mia.clickInView(mia.topModal()!, 'Undo');
      await expect.poll(() => rowsOf(mia.topModal()!)).toHaveLength(4);
      expect(buttonsOf(mia.topModal()!)).not.toContain('Undo');
      await mia.clickInView(mia.topModal()!, 'All are different');
      await expect.poll(() => shown(mia)).not.toContain('look the same');
      expect(rowsOf(mia.topModal()!)).toHaveLength(4);
    });
  });

it('Who is in neither marketing nor management is told whom to ask', async () => {
  const world = await startWorld();
  await leadsFrom(world, 'Webinar');
  await world.emulator.as(ANA).command('/tango', 'sources', { channel: LEADS });
  await world.emulator.settled();
  expect(world.emulator.as(ANA).ephemerals(LEADS).at(-1)?.text).toContain(
    `Marketers and managers change this. Please ask <@${MIA}>`,
  );
  const { list } = await openList(world, MAX);
  expect(rowsOf(list)).toEqual(['*Webinar* · 1 lead']);
});

it('Of four misspellings those are merged that are ticked, and nobody is asked about the rest again', async () => {
  const world = await startWorld();
  const names = ['Hotels winter', 'Hotels winter', 'Hotles winter', 'Hotels wintr', 'Hotels winters'];
  await leadsFrom(world, ...names.map((campaign) => ({ source: 'Google Ads', campaign })));
  const { hands: mia, list } = await openList(world);
  expect(textOf(list)).toContain('In Google Ads: *Hotels winter* (2 leads)');
  await mia.clickInView(list, 'Choose…');
  const form = await mia.openModal('source_choose_modal');
  await mia.submit(form, { same: ['Hotles winter', 'Hotels wintr'] });
  await expect.poll(() => shown(mia)).not.toContain('look the same');
  await choose(mia, 'Google Ads', 'Look at it…');
  const source = await mia.openModal('source_modal');
  expect(rowsOf(source).slice(1)).toEqual([
    '*Hotels winter* · 4 leads / also “Hotels wintr”, “Hotles winter”',
    '*Hotels winters* · 1 lead',
  ]);
  await mia.close(source);
  await mia.clickInView(mia.topModal()!, 'Undo');
  await expect.poll(() => shown(mia)).toContain('look the same');
});

it('A known lead that comes under a name that nobody knows is a question: the same source or not', async () => {
  const world = await startWorld();
  const bo = { externalId: 'crm-7', name: 'Bo Lind', email: 'bo@two.example' };
  await world.post('/api/leads', { ...bo, source: 'Webinar' });
  await world.post('/api/leads', { ...bo, source: 'Zoom: 🎥 <Webinar>' });
  await world.settle();
  const mia = world.emulator.as(MIA);
  mia.openHome();
  const home = async () => {
    await world.settle();
    return textOf(mia.home() ?? { blocks: [] });
  };
  await expect.poll(home).toContain('*1* name is perhaps another spelling');
  await mia.clickInView(mia.home()!, 'Look');
  const list = await mia.openModal('source_list_modal');
  expect(readOf(list)).toContain(
    '1 lead of *Webinar* came again as “Zoom: 🎥 <Webinar>”. Is that the same source?',
  );
  await mia.clickInView(list, 'Yes, the same');
  await expect
    .poll(() => rowsOf(mia.topModal()!))
    .toEqual(['*Webinar* · 1 lead / also “Zoom: 🎥 <Webinar>”']);
  await mia.clickInView(mia.topModal()!, 'Undo');
  await expect.poll(() => shown(mia)).toContain('Is that the same source?');
  await mia.clickInView(mia.topModal()!, 'No, another one');
  await expect
    .poll(() => rowsOf(mia.topModal()!))
    .toEqual(['*Webinar* · 1 lead', '*Zoom: 🎥 <Webinar>* · 0 leads']);
});

it('A source is renamed, given an owner, merged by search and split again, from the list and from what lies on it', async () => {
  const world = await startWorld();
  await leadsFrom(world, 'Messe', 'Fair Berlin', { source: 'Messe', campaign: 'Hallenplan' });
  const { hands: mia } = await openList(world);
  await choose(mia, '*Messe*', 'Name, owner, spelling…');
  const change = await mia.openModal('source_change_modal');
  expect(await mia.submit(change, { name: 'Fair Berlin' })).toMatchObject({
    result: 'errors',
    errors: { name: 'That is how Fair Berlin is written. If they are the same, merge them.' },
  });
  await mia.submit(change, { name: 'Fair Munich', owner: [MIA], spelling: '展示会' });
  await expect
    .poll(() => rowsOf(mia.topModal()!))
    .toContain(`*Fair Munich* · 2 leads · <@${MIA}> · 1 campaign / also “Messe”, “展示会”`);

  await choose(mia, '*Fair Berlin*', 'Merge into…');
  const merge = await mia.openModal('source_merge_modal');
  const offered = await mia.suggestions(merge, 'into', 'messe');
  expect(titles(offered)).toEqual(['Fair Munich']);
  await mia.submit(merge, { into: { type: 'external_select', selected_option: offered[0] as never } });
  await expect.poll(() => rowsOf(mia.topModal()!)).toHaveLength(1);

  await choose(mia, '*Fair Munich*', 'Look at it…');
  const one = await mia.openModal('source_modal');
  expect(readOf(one)).toContain('Also written “Fair Berlin”, “Messe”, “展示会”');
  await choose(mia, '*Fair Munich*', 'Split a spelling off…');
  const split = await mia.openModal('source_split_modal');
  expect(await mia.submit(split, { spellings: ['Fair Munich'] })).toMatchObject({ result: 'errors' });
  expect(await mia.submit(split, { spellings: ['Fair Berlin', '展示会'] })).toEqual({ result: 'closed' });
  await expect.poll(() => shown(mia)).toContain('Also written “Messe”');
  await mia.close(mia.topModal()!);
  await expect
    .poll(() => rowsOf(mia.topModal()!).sort())
    .toEqual([
      '*Fair Berlin* · 1 lead / also “展示会”',
      `*Fair Munich* · 2 leads · <@${MIA}> · 1 campaign / also “Messe”`,
    ]);
});

it('A campaign has its owner, brief and days, and is merged only into one of its own source', async () => {
  const world = await startWorld();
  await leadsFrom(
    world,
    { source: 'Google Ads', campaign: 'Autumn' },
    { source: 'Google Ads', campaign: 'Herbst' },
    { source: 'Fair', campaign: 'Munich' },
  );
  const { hands: mia } = await openList(world);
  await choose(mia, '*Google Ads*', 'Look at it…');
  await mia.openModal('source_modal');
  await choose(mia, '*Autumn*', 'Name, owner, brief, dates…');
  const form = await mia.openModal('source_campaign_modal');
  await mia.submit(form, {
    ...{ owner: [MIA], brief: 'Houses with five properties', startsOn: '2026-11-01', endsOn: '2027-02-28' },
  });
  await expect
    .poll(() => rowsOf(mia.topModal()!)[1])
    .toBe(`*Autumn* · 1 lead · <@${MIA}> · Sun 1 Nov – Sun 28 Feb / _Houses with five properties_`);
  await choose(mia, '*Herbst*', 'Merge into…');
  const merge = await mia.openModal('source_merge_modal');
  const offered = await mia.suggestions(merge, 'into', '');
  expect(titles(offered)).toEqual(['Autumn']);
  await mia.submit(merge, { into: { type: 'external_select', selected_option: offered[0] as never } });
  await expect.poll(() => rowsOf(mia.topModal()!)).toHaveLength(2);
});

it('Two who press the same at once do it once, and the second is told where they press too late', async () => {
  const world = await startWorld();
  await leadsFrom(world, 'Hotels', 'Hotelz');
  const [{ hands: mia, list }, { hands: max, list: his }] = [
    await openList(world),
    await openList(world, MAX),
  ];
  await mia.clickInView(list, 'Merge them');
  await max.clickInView(his, 'Merge them');
  await expect.poll(() => shown(max)).toContain('Somebody has merged this meanwhile');
  await max.close(max.topModal()!);
  await expect.poll(() => rowsOf(max.topModal()!)).toEqual(['*Hotels* · 2 leads / also “Hotelz”']);
  await mia.clickInView(mia.topModal()!, 'Undo');
  await expect.poll(() => rowsOf(mia.topModal()!)).toHaveLength(2);
});

it('Forty sources are pages, with a search by any spelling; undoing steps back one change at a time', async () => {
  const world = await startWorld({ pace: false });
  const names = Array.from(
    { length: 40 },
    (_, n) => `${'Ä'.repeat(n + 1)}-${String.fromCodePoint(0x4e00 + n * 7)}`,
  );
  await leadsFrom(world, ...names.slice(0, 39), `Very long ${'name '.repeat(30)}🏨`);
  const { hands: mia, list } = await openList(world);
  expect(rowsOf(list)).toHaveLength(15);
  await mia.clickInView(list, 'More');
  await expect.poll(() => shown(mia)).toContain('16 to 30 of 40');
  await mia.clickInView(mia.topModal()!, 'More');
  await expect.poll(() => shown(mia)).toContain('31 to 40 of 40');
  const [last] = rowsOf(mia.topModal()!).slice(-1);
  await choose(mia, last!.split(' · ')[0]!, 'Name, owner, spelling…');
  await mia.submit(await mia.openModal('source_change_modal'), { name: 'Renamed at last' });
  await expect.poll(() => shown(mia)).toContain('Renamed at last');
  expect(shown(mia)).toContain('31 to 40 of 40');

  const found = await mia.suggestions(mia.topModal()!, 'source_find', names[3]!);
  expect(found.length).toBeGreaterThan(0);
  await mia.clickInView(mia.topModal()!, 'source_find', {
    option: { type: 'external_select', selected_option: found[0] as never },
  });
  expect(textOf(await mia.openModal('source_modal'))).toContain(names[3]);
  await mia.close(mia.topModal()!);
  await mia.clickInView(mia.topModal()!, 'Back');
  await expect.poll(() => shown(mia)).toContain('16 to 30 of 40');
});

it('Earlier changes are listed, and what was changed since is undone first', async () => {
  const world = await startWorld();
  await leadsFrom(world, 'Fair', 'Webinar');
  const { hands: mia } = await openList(world);
  for (const name of ['Expo', 'Messe']) {
    await choose(mia, name === 'Expo' ? '*Fair*' : '*Expo*', 'Name, owner, spelling…');
    await mia.submit(await mia.openModal('source_change_modal'), { name });
    await expect.poll(() => shown(mia)).toContain(`*${name}*`);
  }
  await mia.clickInView(mia.topModal()!, 'Earlier changes');
  const changes = await mia.openModal('source_changes_modal');
  expect(textOf(changes)).toMatch(/“Expo” is called “Messe” now[\s\S]*“Fair” is called “Expo” now/);
  const undo = changes.blocks.filter((block) => (block.accessory as { type?: string })?.type === 'button');
  await mia.clickInView(changes, 'Undo', { blockId: String(undo[1]!.block_id) });
  await expect.poll(() => shown(mia)).toContain('Something else has been changed there since');
  await mia.close(mia.topModal()!);
  await mia.clickInView(mia.topModal()!, 'Undo', { blockId: String(undo[0]!.block_id) });
  await expect.poll(() => shown(mia)).not.toContain('Messe');
  await mia.close(mia.topModal()!);
  await expect.poll(() => rowsOf(mia.topModal()!)).toContain('*Expo* · 1 lead / also “Fair”');
});

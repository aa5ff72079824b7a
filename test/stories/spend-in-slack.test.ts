/** What it cost is entered, corrected and taken back in Slack, by those whose work it is. */
import { expect, it } from 'vitest';
import type { Hands } from '../../emulator/person/hands.ts';
import type { View } from '../../emulator/workspace/views.ts';
import { loadReport } from '../../src/usecases/report/build-report.ts';
import { fromMenu } from '../slack/listeners/form-rows/form-row.ts';
import { textOf } from '../support/messages.ts';
import { ANA, LEADS, MAX, MIA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

async function openList(world: World, person = MIA): Promise<Hands> {
  const hands = world.emulator.as(person);
  await hands.command('/tango', 'spend', { channel: LEADS });
  await hands.openModal('spend_list_modal');
  return hands;
}

async function add(hands: Hands, filling: Parameters<Hands['submit']>[1]): Promise<string> {
  await hands.clickInView(hands.topModal()!, 'Add an amount');
  const form = await hands.openModal('spend_form_modal');
  await hands.submit(form, filling);
  const recorded = textOf(await hands.openModal('spend_recorded_modal'));
  await back(hands);
  return recorded;
}

/** To what lies below. */
async function back(hands: Hands): Promise<void> {
  await hands.close(hands.topModal()!);
}

/** First lines of what is listed. */
function rows(view: Pick<View, 'blocks'>): string[] {
  const entries = view.blocks.filter(
    ({ type, text }) => type === 'section' && textOf({ blocks: [{ type, text }] } as never).includes(' · '),
  );
  return entries.map((block) =>
    textOf({ blocks: [block] } as never)
      .split('\n')[0]!
      .trim(),
  );
}

async function listed(hands: Hands): Promise<string[]> {
  return rows(await hands.openModal('spend_list_modal'));
}

async function choose(hands: Hands, of: string, option: string): Promise<void> {
  const view = await hands.openModal('spend_list_modal');
  const block = view.blocks.find(
    (each) => 'accessory' in each && textOf({ blocks: [each] } as never).includes(of),
  )!;
  await hands.clickInView(view, 'spend_menu', { blockId: String(block.block_id), option });
}

async function spent({ bot }: World): Promise<number | null> {
  const { total } = await loadReport(bot.ctx, { from: '2026-11-01', to: '2026-11-30', by: 'source' });
  return total.spend;
}

const NOVEMBER = { days: 'Nov 2026', side: 'marketing' };

it('What it cost, sources and forms are opened from a marketer’s Home', async () => {
  const world = await startWorld();
  const mia = world.emulator.as(MIA);
  mia.openHome();
  await world.settle();
  for (const [text, modal] of [
    ['What it cost', 'spend_list_modal'],
    ['Sources', 'source_list_modal'],
    ['Forms', 'web_form_list_modal'],
  ] as const) {
    await mia.clickInView(mia.home()!, text);
    await mia.close(await mia.openModal(modal));
  }
});

it('An agency’s bill is entered with a comma and a month, counted day by day, and only by those whose work it is', async () => {
  const world = await startWorld();
  const ana = world.emulator.as(ANA);
  await ana.command('/tango', 'spend', { channel: LEADS });
  await world.emulator.settled();
  expect(world.emulator.workspace.messages.in(LEADS).at(-1)?.text).toContain(
    'Only marketing and managers see and record what was spent.',
  );
  const mia = await openList(world);
  expect(textOf(mia.topModal()!)).toContain('There is nothing here so far.');
  expect(await add(mia, { ...NOVEMBER, note: 'Agency 🎉 <b>', amount: '1.200,50' })).toMatch(
    /\*€1,200\.50\* · Agency 🎉 &lt;b&gt;\nNovember 2026 · spread over 30 days, about €40\.02 a day · marketing/,
  );
  await expect.poll(() => listed(mia)).toEqual(['*€1,200.50* · Agency 🎉 &lt;b&gt;']);
  expect(textOf(mia.topModal()!)).toContain(`entered by <@${MIA}>`);
  expect(await spent(world)).toBe(1200.5);
  // Equal, and for something else: both are counted.
  await add(await openList(world, MAX), { ...NOVEMBER, note: 'Salaries', amount: '1200.50', side: 'sales' });
  expect(await spent(world)).toBe(2401);
});

it('A month stands for the days before, is corrected, and taken back gives them back', async () => {
  const world = await startWorld();
  const mia = await openList(world);
  const ads = { spend_source: fromMenu('Google Ads'), side: 'marketing' };
  await add(mia, { ...ads, amount: '700', days: '1–14 Nov 2026' });
  const recorded = await add(mia, { ...ads, amount: '12000', days: 'November 2026' });
  expect(recorded).toContain('It replaces €700 (1–14 November 2026).');
  await expect.poll(() => listed(mia)).toEqual(['*€12,000* · Google Ads']);

  await choose(mia, '€12,000', 'Correct…');
  const form = await mia.openModal('spend_form_modal');
  await mia.submit(form, { amount: '1 200' });
  expect(textOf(await mia.openModal('spend_recorded_modal'))).toContain(
    'It replaces €12,000 (November 2026).',
  );
  await mia.clickInView(mia.topModal()!, 'Take back…');
  const sure = await mia.openModal('spend_withdraw_modal');
  await mia.submit(sure, { what: ['one'] });
  await expect.poll(() => textOf(mia.topModal()!)).toContain('It is counted no more.');
  await back(mia);
  await expect.poll(() => listed(mia)).toEqual(['*€12,000* · Google Ads']);
  await choose(mia, '€12,000', 'Take back…');
  expect(textOf(await mia.openModal('spend_withdraw_modal'))).toContain(
    'Counted again instead: €700 (1–14 November 2026).',
  );
  await mia.submit(mia.topModal()!, { what: ['one'] });
  await expect.poll(() => listed(mia)).toEqual(['*€700* · Google Ads']);
  await mia.clickInView(mia.topModal()!, 'Also what is not counted');
  await expect
    .poll(() => listed(mia))
    .toEqual([
      '_taken back_ · *€1,200* · Google Ads',
      '_taken back_ · *€12,000* · Google Ads',
      '*€700* · Google Ads',
    ]);
});

it('Days that are counted in part are asked about in the form, with all that was filled in', async () => {
  const world = await startWorld();
  const mia = await openList(world);
  await add(mia, { ...NOVEMBER, note: 'Agency', amount: '1000' });
  await mia.clickInView(mia.topModal()!, 'Add an amount');
  const form = await mia.openModal('spend_form_modal');
  const week = { note: 'agency', amount: '250', days: '1–7 Nov 2026', side: 'marketing' };
  expect(await mia.submit(form, week)).toMatchObject({ result: 'updated' });
  const asked = await mia.openModal('spend_form_modal');
  expect(textOf(asked)).toContain('*€1,000* for November 2026 is counted already');
  expect(JSON.stringify(asked.blocks)).toContain('"initial_value":"1–7 Nov 2026"');
  expect(await mia.submit(asked, { overlap: 'add' })).toMatchObject({ result: 'updated' });
  await back(mia);
  await expect.poll(() => listed(mia)).toEqual(['*€250* · agency', '*€1,000* · Agency']);
  expect(await spent(world)).toBe(1250);
});

it('Of what came together one amount is taken back, or all of it', async () => {
  const world = await startWorld();
  const amounts = ['Hotels', 'Spas', 'Pools'].map((campaign, n) => ({
    ...{ side: 'marketing', source: 'Meta', campaign, from: '2026-11-01', to: '2026-11-30' },
    ...{ amount: 100 + n, currency: 'EUR' },
  }));
  await world.post('/api/spend', amounts);
  const mia = await openList(world);
  await choose(mia, 'Spas', 'Take back…');
  await mia.submit(await mia.openModal('spend_withdraw_modal'), { what: 'one' });
  await expect.poll(() => listed(mia)).toHaveLength(2);
  await choose(mia, 'Pools', 'Take back…');
  expect(JSON.stringify(mia.topModal()!.blocks)).toContain('All 2 amounts that came with it');
  await mia.submit(await mia.openModal('spend_withdraw_modal'), { what: 'batch' });
  await expect.poll(() => textOf(mia.topModal()!)).toContain('There is nothing here so far.');
  expect(await spent(world)).toBeNull();
});

it('What somebody else has replaced meanwhile is said, and the fortieth amount is on the third page', async () => {
  const world = await startWorld();
  const all = Array.from({ length: 40 }, (_, n) => ({
    ...{ side: 'marketing', source: 'Meta', campaign: `C${n}`, from: '2026-11-01', to: '2026-11-07' },
    ...{ amount: n + 1, currency: 'EUR' },
  }));
  for (const one of all) await world.post('/api/spend', one);
  const mia = await openList(world);
  expect(rows(mia.topModal()!)[0]).toBe('*€40* · Meta · C39');
  for (const from of ['16 to 30 of 40', '31 to 40 of 40']) {
    await mia.clickInView(mia.topModal()!, 'More');
    await expect.poll(() => textOf(mia.topModal()!)).toContain(from);
  }
  expect(rows(mia.topModal()!).at(-1)).toBe('*€1* · Meta · C0');
  await choose(mia, 'C0', 'Correct…');
  const form = await mia.openModal('spend_form_modal');
  await world.post('/api/spend', { ...all[0], amount: 77 });
  expect(await mia.submit(form, { amount: '2' })).toMatchObject({ result: 'updated' });
  expect(textOf(mia.topModal()!)).toContain('A newer amount stands for this one by now');
});

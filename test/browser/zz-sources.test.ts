import { expect, it } from 'vitest';
import { recordSpend } from '../../src/usecases/money/record-spend.ts';
import { changeCampaign } from '../../src/usecases/source/change-campaigns.ts';
import { changeSource } from '../../src/usecases/source/change-sources.ts';
import { listSourcesAndCampaigns } from '../../src/usecases/source/list-sources.ts';
import { openPage, screenshot } from '../support/browser.ts';
import { LEADS, MIA } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

it('pictures', async () => {
  const world = await startWorld({ pace: false });
  let n = 0;
  const told: [string, string | null, number][] = [
    ['Webinar', 'Q4 series', 12],
    ['Google Ads', 'Hotels winter', 9],
    ['Google Ads', 'Hotles winter', 2],
    ['Google Ads', 'Hotels wintr', 1],
    ['Gogle Ads', null, 1],
    ['Messe München 🥨', null, 4],
    ['展示会 2026', null, 3],
    [
      'A source with a name that goes on and on because somebody pasted the whole address of a landing page into it utm_source newsletter',
      null,
      2,
    ],
    ...Array.from(
      { length: 32 },
      (_, i) => [`Partner ${String.fromCharCode(65 + (i % 26))}${i}`, null, 1] as [string, null, number],
    ),
  ];
  const leads = told.flatMap(([source, campaign, count]) =>
    Array.from({ length: count }, () => ({
      source,
      ...(campaign ? { campaign } : {}),
      externalId: `f-${++n}`,
      name: `Person ${n}`,
      email: `p${n}@firm${n}.example`,
    })),
  );
  for (let i = 0; i < leads.length; i += 40) await world.post('/api/leads', leads.slice(i, i + 40));
  await world.post('/api/leads', {
    source: 'zoom-webinar',
    externalId: 'f-1',
    name: 'Person 1',
    email: 'p1@firm1.example',
  });
  await world.settle();
  const { ctx } = world.bot;
  await recordSpend(ctx, {
    by: 'api',
    spend: [
      {
        side: 'marketing',
        source: 'Google Ads',
        campaign: 'Hotels winter',
        from: '2026-11-01',
        to: '2026-11-17',
        amount: { minor: 2_140_000, currency: 'EUR' },
      },
    ],
  });
  const list = await listSourcesAndCampaigns(ctx, MIA);
  const google = list.sources.find(({ name }) => name === 'Google Ads')!;
  await changeSource(ctx, { by: MIA, id: google.id, words: { owner: MIA, spelling: 'AdWords' } });
  const hotels = list.campaigns.find(({ name }) => name === 'Hotels winter')!;
  await changeCampaign(ctx, {
    by: MIA,
    id: hotels.id,
    words: {
      owner: MIA,
      brief: 'Houses with five properties and more, before the season.',
      startsOn: '2026-11-01',
      endsOn: '2027-02-28',
    },
  });
  for (const [size, dark] of [
    ['laptop', false],
    ['laptop', true],
    ['phone', false],
    ['phone', true],
  ] as const) {
    const tag = `${size}${dark ? '-dark' : ''}`;
    const hands = world.emulator.as(MIA);
    const page = await openPage(`${world.emulator.pageUrl}#/${MIA}/${LEADS}`, { size, dark });
    await hands.command('/tango', 'sources', { channel: LEADS });
    const view = await hands.openModal('source_list_modal');
    const dialog = page.getByRole('dialog');
    await dialog.first().waitFor();
    await screenshot(page, `sources-${tag}`);
    await page
      .getByText('Earlier changes')
      .scrollIntoViewIfNeeded()
      .catch(() => undefined);
    await screenshot(page, `sources-end-${tag}`);
    const block = view.blocks.find(
      (each) => JSON.stringify(each).includes('*Google Ads* ·') && 'accessory' in each,
    )!;
    await hands.clickInView(view, 'source_menu', { blockId: String(block.block_id), option: 'Look at it…' });
    const one = await hands.openModal('source_modal');
    await page.getByText('3 campaigns').last().waitFor();
    await screenshot(page, `source-${tag}`);
    const row = one.blocks.find((each) => JSON.stringify(each).includes('*Hotels winter* ·'))!;
    await hands.clickInView(one, 'source_menu', {
      blockId: String(row.block_id),
      option: 'Name, owner, brief, dates…',
    });
    await hands.openModal('source_campaign_modal');
    await page.getByText('Change a campaign').waitFor();
    await screenshot(page, `source-campaign-${tag}`);
    await hands.close(hands.topModal()!);
    const menu = one.blocks.find((each) => JSON.stringify(each).includes('*Google Ads* ·'))!;
    await hands.clickInView(one, 'source_menu', { blockId: String(menu.block_id), option: 'Merge into…' });
    await hands.openModal('source_merge_modal');
    await page.getByText('Merge a source').waitFor();
    await screenshot(page, `source-merge-${tag}`);
    await hands.close(hands.topModal()!, { all: true });
  }
  expect(1).toBe(1);
}, 240_000);

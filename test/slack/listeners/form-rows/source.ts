import type { Hands } from '../../../../emulator/person/hands.ts';
import { MAX, MIA } from '../../../support/people.ts';
import type { World } from '../../../support/world.ts';
import { type FormRow, SAM } from './form-row.ts';

const NOT_SAM_AT_ALL = 'Sam is of another company. This is for members alone.';

const LEADS = [
  { source: 'Google Ads', campaign: 'Hotels winter' },
  { source: 'Google Ads', campaign: 'Hotels winter' },
  { source: 'Google Ads', campaign: 'Hotles winter' },
  { source: 'Google Ads', campaign: 'Hotels wintr' },
  { source: 'Webinar' },
];

async function openList(world: World): Promise<Hands> {
  const mia = world.emulator.as(MIA);
  const leads = LEADS.map((lead, n) => ({ ...lead, name: `Person ${n}`, email: `p${n}@x${n}.example` }));
  await world.post('/api/leads', leads);
  await mia.command('/tango', 'sources');
  await mia.openModal('source_list_modal');
  return mia;
}

/** From the ⋯ menu of the first row that has it. */
async function choose(mia: Hands, option: string, of: string): Promise<void> {
  const view = mia.topModal()!;
  const block = view.blocks.find((each) => JSON.stringify(each).includes(`*${of}*`) && 'accessory' in each)!;
  await mia.clickInView(view, 'source_menu', { blockId: String(block.block_id), option });
}

const ofSource = (option: string) => async (world: World) => {
  const mia = await openList(world);
  await choose(mia, option, 'Google Ads');
  return mia;
};

const ofCampaign = (option: string) => async (world: World) => {
  const mia = await openList(world);
  await choose(mia, 'Look at it…', 'Google Ads');
  await mia.openModal('source_modal');
  await choose(mia, option, 'Hotels winter');
  return mia;
};

async function openSplit(world: World): Promise<Hands> {
  const mia = await ofSource('Name, owner, spelling…')(world);
  await mia.submit(mia.topModal()!, { spelling: 'AdWords' });
  await world.emulator.waitFor(() => JSON.stringify(mia.topModal()!.blocks).includes('AdWords'));
  await choose(mia, 'Split a spelling off…', 'Google Ads');
  return mia;
}

/** As the menu hands over the first of what it offers. */
async function openMerge(world: World): Promise<Hands> {
  const mia = await ofSource('Merge into…')(world);
  const view = await mia.openModal('source_merge_modal');
  const [first] = await mia.suggestions(view, 'into', 'webinar');
  mia.fill(view, { into: { type: 'external_select', selected_option: first as never } });
  return mia;
}

async function openChoice(world: World): Promise<Hands> {
  const mia = await openList(world);
  await mia.clickInView(mia.topModal()!, 'Choose…');
  return mia;
}

const NO_NAME = 'A name of up to 200 characters, please.';

export const SOURCE_ROWS: FormRow[] = [
  {
    form: 'source_change_modal',
    open: ofSource('Name, owner, spelling…'),
    filling: { name: 'Google', owner: [MAX], spelling: 'AdWords' },
    wrong: { filling: { owner: [SAM] }, errors: { owner: NOT_SAM_AT_ALL } },
    apart: { filling: { name: ' ' }, errors: { name: NO_NAME } },
  },
  {
    form: 'source_campaign_modal',
    open: ofCampaign('Name, owner, brief, dates…'),
    filling: {
      ...{ name: 'Winter', owner: [MAX], brief: 'Five houses and more' },
      ...{ startsOn: '2026-11-01', endsOn: '2026-12-31' },
    },
    wrong: { filling: { owner: [SAM] }, errors: { owner: NOT_SAM_AT_ALL } },
    apart: { filling: { endsOn: '2026-10-01' }, errors: { endsOn: 'The last day is not before the first.' } },
    neverWrong: {
      name: 'the same as of a source, whose form is held to it',
      startsOn: 'any day is a first one: what does not fit is said beside the last',
    },
  },
  {
    form: 'source_merge_modal',
    open: openMerge,
    filling: {},
    wrong: null,
  },
  { form: 'source_split_modal', open: openSplit, filling: { spellings: ['adwords'] }, wrong: null },
  {
    form: 'source_choose_modal',
    open: openChoice,
    filling: (hands) => ({ same: [firstOf(hands)] }),
    wrong: null,
  },
];

function firstOf(hands: Hands): string {
  const block = hands.topModal()!.blocks.find(({ type }) => type === 'input')!;
  const { options } = block.element as { options: { value: string }[] };
  return options[0]!.value;
}

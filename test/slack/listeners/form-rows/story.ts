import type { Hands } from '../../../../emulator/person/hands.ts';
import { ANA, BEN, FIELD, MARKETING, MAX, MIA } from '../../../support/people.ts';
import type { World } from '../../../support/world.ts';
import { type FormRow, NOT_SAM, newLead, SAM, shownIn } from './form-row.ts';

async function openAsk(world: World): Promise<Hands> {
  const mia = world.emulator.as(MIA);
  await mia.command('/insight', 'case study about month-end close');
  return mia;
}

async function asked(world: World) {
  const mia = await openAsk(world);
  await mia.submit(await mia.openModal(), { purpose: 'the hospitality page', people: [BEN] });
  const [post] = await shownIn(world, FIELD);
  return { ana: world.emulator.as(ANA), mia, post: post! };
}

async function openKnowsWho(world: World): Promise<Hands> {
  const { ana, post } = await asked(world);
  await ana.click(post, 'I know who');
  return ana;
}

async function openTelling(world: World): Promise<Hands> {
  const { ana, post } = await asked(world);
  await ana.click(post, 'Tell the story');
  return ana;
}

async function openTellingOfLead(world: World): Promise<Hands> {
  const card = await newLead(world);
  await world.post('/api/outcomes', { source: 'Webinar', externalId: 'form-1', outcome: 'won' });
  await world.settle();
  const ana = world.emulator.as(ANA);
  await ana.click(card(), 'Tell the story');
  return ana;
}

async function told(world: World) {
  const ana = await openTelling(world);
  await ana.submit(await ana.openModal(), { customer: 'Pier Inns', words: 'Two days, not nine.' });
  const [card] = await shownIn(world, MARKETING);
  return { ana, mia: world.emulator.as(MIA), card: card! };
}

async function openTellMore(world: World): Promise<Hands> {
  const { ana, mia, card } = await told(world);
  await mia.click(card, 'Ask back');
  await mia.submit(await mia.openModal(), { note: 'Which banks?' });
  await world.settle();
  await ana.click(ana.directMessage().messages.at(-1)!, 'Tell more');
  return ana;
}

/** Opens a form by which marketing decides about a story. */
function deciding(...buttons: string[]): FormRow['open'] {
  return async (world) => {
    const { mia, card } = await told(world);
    for (const button of buttons) {
      await mia.click(card, button);
      await world.settle();
    }
    return mia;
  };
}

const PNG = Buffer.from('iVBORw0KGgo=', 'base64');

export const STORY_ROWS: FormRow[] = [
  {
    form: 'insight_ask_modal',
    open: openAsk,
    filling: {
      purpose: 'the hospitality page',
      segment: 'Hotels',
      product: 'Ledger',
      people: [ANA, BEN],
      dueDate: '2026-12-01',
    },
    wrong: {
      filling: { topic: ' ', purpose: ' ', people: [SAM], dueDate: '2026-11-16' },
      errors: {
        topic: 'Please fill this in.',
        purpose: 'Please fill this in.',
        people: NOT_SAM,
        dueDate: 'Choose today or a later day.',
      },
    },
  },
  {
    form: 'insight_knows_who_modal',
    open: openKnowsWho,
    filling: { named: MAX, note: 'He sold it.' },
    wrong: {
      filling: { named: ANA },
      errors: { named: 'That is you: choose Tell the story instead.' },
    },
  },
  {
    form: 'story_tell_modal',
    when: 'for a request',
    open: openTelling,
    filling: (hands) => ({
      customer: 'Pier Inns',
      situation: 'Nine days.',
      whatWeDid: 'We connected their banks.',
      number: '2',
      unit: 'days',
      baseline: '9',
      period: 'at each month-end',
      words: 'It simply works.',
      speaker: 'Otto Pier',
      speakerTitle: 'CFO',
      files: [hands.upload('lobby.png', PNG).id],
      confidentiality: 'named',
      granted: ['quote'],
      refused: ['logo'],
      evidence: 'E-mail of 3 May',
      grantedBy: 'Otto Pier',
      until: '2027-05-03',
    }),
    wrong: {
      filling: {
        ...{ customer: ' ', number: null, words: null, until: '2026-11-01' },
        ...{ refused: ['quote'], evidence: null, grantedBy: null },
      },
      errors: {
        customer: 'Please fill this in.',
        words: 'What did they say?',
        refused: 'Marked as allowed above and refused here: quote.',
        evidence: 'Say how we know, or who allowed it below.',
        number: 'Which number? Or leave all four empty.',
        until: 'This day is over: leave it empty or choose a later one.',
      },
    },
  },
  {
    form: 'story_tell_modal',
    when: 'of a lead, which has filled in the customer',
    heldAs: 'for a request',
    open: openTellingOfLead,
    filling: { whatWeDid: 'We listened.' },
    wrong: {
      filling: { whatWeDid: null },
      errors: { whatWeDid: 'Tell a little: what we did, what they said, or add a picture.' },
    },
  },
  {
    form: 'story_tell_modal',
    when: 'told again, over what was told before',
    heldAs: 'for a request',
    open: openTellMore,
    filling: { whatWeDid: 'All three of their banks.' },
    wrong: { filling: { words: null, speaker: 'Otto Pier' }, errors: { words: 'What did they say?' } },
  },
  {
    form: 'story_ask_back_modal',
    open: deciding('Ask back'),
    filling: { note: 'Which banks?' },
    wrong: { filling: { note: ' ' }, errors: { note: 'Please fill this in.' } },
  },
  {
    form: 'story_decline_modal',
    open: deciding('Decline'),
    filling: { note: 'Too small for us.' },
    wrong: { filling: { note: ' ' }, errors: { note: 'Please fill this in.' } },
  },
  {
    form: 'story_publish_modal',
    open: deciding('Accept', 'Publish'),
    filling: { note: 'https://example.com/pier', unpermitted: 'left_out', reason: 'It ran on Monday.' },
    wrong: {
      filling: { note: 'ftp://example.com/pier', unpermitted: 'used', reason: null },
      errors: {
        note: 'Please paste a link that starts with https://.',
        reason: 'Why could it not wait? A manager reads this.',
      },
    },
  },
];

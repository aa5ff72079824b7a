import type { Hands } from '../../../../emulator/person/hands.ts';
import { ANA, MIA } from '../../../support/people.ts';
import type { World } from '../../../support/world.ts';
import { type FormRow, newLead } from './form-row.ts';

const MONDAY_9 = Date.parse('2026-11-23T09:00:00Z');

/** A lead was rejected last week, and marketing is asked about it. */
async function asked(world: World): Promise<Hands> {
  const card = await newLead(world);
  const ana = world.emulator.as(ANA);
  await ana.click(card(), 'Claim');
  await world.settle();
  await ana.click(card(), 'Reject');
  await ana.submit(await ana.openModal(), { reason: 'not_our_market' });
  await world.bot.jobs.runOnce();
  world.clock.moveTo(MONDAY_9);
  await world.bot.jobs.runOnce();
  await world.settle();
  return world.emulator.as(MIA);
}

function pressing(button: string): FormRow['open'] {
  return async (world) => {
    const mia = await asked(world);
    await mia.click(mia.directMessage().messages.at(-1)!, button);
    return mia;
  };
}

async function openCorrection(world: World): Promise<Hands> {
  const mia = await pressing('What we changed')(world);
  await mia.submit(await mia.openModal(), { change: 'form', sentence: 'We ask for the rooms.' });
  await world.settle();
  await mia.click(mia.directMessage().messages.at(-1)!, 'Correct…');
  return mia;
}

const SENTENCE = 'Say it in a sentence: whoever rejected these leads reads it.';

export const REJECTS_ROWS: FormRow[] = [
  {
    form: 'rejects_answer_modal',
    open: pressing('What we changed'),
    filling: { change: 'targeting', sentence: '5 houses and more, from Monday.' },
    wrong: { filling: { sentence: ' ' }, errors: { sentence: SENTENCE } },
  },
  {
    form: 'rejects_answer_modal',
    when: 'nothing was changed',
    open: pressing('Nothing, because…'),
    filling: { sentence: 'They fit.' },
    wrong: { filling: { sentence: ' ' }, errors: { sentence: SENTENCE } },
  },
  {
    form: 'rejects_answer_modal',
    when: 'it is corrected',
    open: openCorrection,
    filling: { change: 'nothing', sentence: 'They fit.' },
    wrong: { filling: { sentence: ' ' }, errors: { sentence: SENTENCE } },
  },
];

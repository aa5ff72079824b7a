import type { Hands } from '../../../../emulator/person/hands.ts';
import { MIA } from '../../../support/people.ts';
import type { World } from '../../../support/world.ts';
import { type FormRow, fromMenu } from './form-row.ts';

async function openList(world: World): Promise<Hands> {
  const mia = world.emulator.as(MIA);
  const spend = { side: 'marketing', source: 'Fair', from: '2026-11-01', to: '2026-11-30', currency: 'EUR' };
  await world.post('/api/spend', [
    { ...spend, amount: 700, note: 'Booth' },
    { ...spend, amount: 90, note: 'Travel' },
  ]);
  await mia.command('/tango', 'spend');
  await mia.openModal('spend_list_modal');
  return mia;
}

async function openAdd(world: World): Promise<Hands> {
  const mia = await openList(world);
  await mia.clickInView(mia.topModal()!, 'Add an amount');
  return mia;
}

const ofAmount = (option: string) => async (world: World) => {
  const mia = await openList(world);
  await mia.clickInView(mia.topModal()!, 'spend_menu', { option });
  return mia;
};

const NO_DAYS = 'Please write a month or days, such as Nov 2026, 15 Nov 2026 or 1–15 Nov 2026.';

export const SPEND_ROWS: FormRow[] = [
  {
    form: 'spend_form_modal',
    when: 'a new one',
    open: openAdd,
    filling: {
      ...{ note: 'Agency', amount: '1.200,50', days: '1–15 Nov 2026', side: 'sales' },
      ...{ spend_source: fromMenu('Webinar'), spend_campaign: fromMenu('Hotels Q4') },
    },
    wrong: {
      filling: { note: null, amount: 'much', days: 'soon', spend_source: null, spend_campaign: null },
      errors: {
        note: 'What was it for? A word or two, or a source or campaign below.',
        amount: 'Please write a number such as 18000 or 18000.50.',
        days: NO_DAYS,
      },
    },
  },
  {
    form: 'spend_form_modal',
    when: 'one that is there',
    heldAs: 'a new one',
    open: ofAmount('Correct…'),
    filling: { amount: '91' },
    wrong: {
      filling: { days: 'Nov 2029', amount: '£91' },
      errors: {
        days: 'That is after the end of next year. Is the year right?',
        amount: 'You wrote GBP, and EUR is chosen. Which one is it?',
      },
    },
  },
  {
    form: 'spend_withdraw_modal',
    open: ofAmount('Take back…'),
    filling: { what: 'batch' },
    wrong: null,
  },
];

import type { Hands } from '../../../../emulator/person/hands.ts';
import type { Message } from '../../../../emulator/workspace/messages.ts';
import { ANA, BEN, FIELD, MIA } from '../../../support/people.ts';
import type { World } from '../../../support/world.ts';
import { type FormRow, fromMenu, NOT_SAM, newLead, SAM } from './form-row.ts';

/** Opens a form of a new lead by a button of its card. */
function byButton(button: string): FormRow['open'] {
  return async (world) => {
    const card = await newLead(world);
    const ana = world.emulator.as(ANA);
    await ana.click(card(), button);
    return ana;
  };
}

async function claimed(world: World): Promise<{ ana: Hands; card: () => Message }> {
  const card = await newLead(world);
  const ana = world.emulator.as(ANA);
  await ana.click(card(), 'Claim');
  await world.settle();
  return { ana, card };
}

/** Opens a form of a qualified lead by a button of its card. */
function ofQualified(button: string): FormRow['open'] {
  return async (world) => {
    const { ana, card } = await claimed(world);
    await ana.click(card(), 'Qualify');
    await ana.submit(await ana.openModal(), { criteria: ['fits', 'need', 'decides'] });
    await world.settle();
    await ana.click(card(), button);
    return ana;
  };
}

const NO_AMOUNT = 'Please write a number such as 18000 or 18000.50.';

async function openHandOver(world: World): Promise<Hands> {
  const { ana, card } = await claimed(world);
  await ana.choose(card(), 'lead_menu', 'Hand over…');
  return ana;
}

async function openAssign(world: World): Promise<Hands> {
  const card = await newLead(world);
  const ana = world.emulator.as(ANA);
  await ana.choose(card(), 'lead_menu', 'Assign to…');
  return ana;
}

async function openSnooze(world: World): Promise<Hands> {
  const { ana, card } = await claimed(world);
  await ana.choose(card(), 'lead_menu', 'Snooze…');
  return ana;
}

/** The first step: what the rest of the form asks for depends on the reason. */
function rejectFor(reason: string): FormRow['open'] {
  return async (world) => {
    const ana = await byButton('Reject')(world);
    await ana.clickInView(await ana.openModal(), 'reason', { option: reason });
    return ana;
  };
}

async function openMend(world: World): Promise<Hands> {
  const ana = await rejectFor('bad_contact_data')(world);
  await ana.submit(ana.topModal()!);
  await world.settle();
  const mia = world.emulator.as(MIA);
  const card = world.emulator.workspace.messages.in('C_LEADS')[0]!;
  await mia.choose(card, 'lead_menu', 'Mend the contact data…');
  return mia;
}

async function openEntry(world: World): Promise<Hands> {
  const ana = world.emulator.as(ANA);
  await ana.command('/lead', 'Dana Whitfield, Harbour Hotels', { channel: FIELD });
  return ana;
}

async function openMessage(world: World): Promise<Hands> {
  const ana = world.emulator.as(ANA);
  const said = world.emulator
    .as(BEN)
    .say(FIELD, 'Met Dana Whitfield from Harbour Hotels, dana@harbour.example');
  await ana.messageShortcut('make_lead', said);
  return ana;
}

const NO_REACH = 'Write an e-mail address or a phone number.';

export const LEAD_ROWS: FormRow[] = [
  {
    form: 'lead_qualify_modal',
    open: byButton('Qualify'),
    filling: {
      criteria: ['fits', 'need', 'decides'],
      amount: '18,000',
      next_step: 'Demo',
      next_step_on: '2026-12-01',
      note: 'Board decides in May.',
    },
    wrong: {
      filling: { amount: 'much' },
      errors: { amount: NO_AMOUNT },
    },
    neverWrong: {
      next_step_on: 'a day that has passed is flagged on the card, where it is still to be done',
    },
  },
  {
    form: 'lead_reject_modal',
    when: 'for a reason that needs a date',
    open: rejectFor('bad_timing'),
    filling: { date: '2027-03-01', note: 'After the summer.' },
    wrong: { filling: { date: '2026-11-17' }, errors: { date: 'Please choose a day after today.' } },
  },
  {
    form: 'lead_reject_modal',
    when: 'for a reason that needs a number',
    open: rejectFor('unreachable'),
    filling: { attempts: '3', note: 'Only the mailbox.' },
    wrong: {
      filling: { attempts: '0' },
      errors: { attempts: 'How many times did you try? A number from 1 to 99.' },
    },
  },
  {
    form: 'lead_reject_modal',
    when: 'for a reason that asks for the right person',
    open: rejectFor('wrong_person'),
    filling: { right_name: 'Rui Castelo', right_reach: 'rui@cove.example' },
    wrong: { filling: { right_reach: 'at the desk' }, errors: { right_reach: NO_REACH } },
  },
  {
    form: 'lead_reject_modal',
    when: 'for a reason that needs words',
    open: rejectFor('other'),
    filling: { note: 'They sell to us.' },
    wrong: { filling: { note: ' ' }, errors: { note: 'Please say in a few words why.' } },
  },
  {
    form: 'lead_reject_modal',
    when: 'as a duplicate',
    open: rejectFor('duplicate'),
    filling: { note: 'A customer from before.' },
    wrong: {
      filling: { note: null },
      errors: {
        duplicate_of: 'Choose the lead that it is. If it is not in the list, say below who it is.',
      },
    },
  },
  {
    form: 'lead_close_modal',
    when: 'won',
    open: ofQualified('Won'),
    filling: { amount: '18,000', currency: 'EUR', on: '2026-11-17' },
    wrong: {
      filling: { amount: 'much', on: '2026-11-18' },
      errors: { amount: NO_AMOUNT, on: 'Choose today or a day that has been.' },
    },
  },
  {
    form: 'lead_close_modal',
    when: 'lost',
    open: ofQualified('Lost'),
    filling: { close_reason: 'Too expensive', on: '2026-11-17' },
    wrong: {
      filling: { on: '2026-11-16' },
      errors: { on: 'Choose a day on which the lead had arrived.' },
    },
  },
  {
    form: 'lead_assign_modal',
    open: openAssign,
    filling: { person: BEN, note: 'You know them.' },
    wrong: { filling: { person: SAM }, errors: { person: NOT_SAM } },
  },
  {
    form: 'lead_hand_over_modal',
    open: openHandOver,
    filling: { person: BEN, note: 'You know them.' },
    wrong: { filling: { person: ANA }, errors: { person: 'This lead is theirs already.' } },
  },
  {
    form: 'lead_snooze_modal',
    open: openSnooze,
    filling: { date: '2026-11-20' },
    wrong: { filling: { date: '2026-11-16' }, errors: { date: 'Please choose a day after today.' } },
  },
  {
    form: 'lead_mend_modal',
    open: openMend,
    filling: { name: 'Dana', title: 'CFO', company: 'Harbour Hotels Ltd', email: 'd@h.example', phone: null },
    wrong: {
      filling: { email: 'at the desk', phone: 'see above' },
      errors: { email: 'This is no e-mail address.', phone: 'This is no phone number.' },
    },
    apart: {
      filling: { email: null, phone: null },
      errors: { email: 'Without an e-mail address or a phone number nobody can reach them.' },
    },
  },
  {
    form: 'lead_entry_modal',
    open: openEntry,
    filling: {
      source: fromMenu('Fair Berlin'),
      reach: 'dana@harbour.example',
      ticks: ['hot'],
      message: 'Wants a demo.',
      segment: 'Hotels',
    },
    wrong: {
      filling: { name: ' ', company: ' ', reach: 'at the desk' },
      errors: {
        'name/entry_0001': 'Please fill this in.',
        'company/entry_0001': 'Please fill this in.',
        'reach/entry_0001': NO_REACH,
      },
    },
  },
  {
    form: 'lead_message_modal',
    open: openMessage,
    filling: { source: fromMenu('Referral'), message: 'Wants a demo.', ticks: ['claim', 'hot'] },
    wrong: { filling: { reach: 'at the desk' }, errors: { 'reach/message': NO_REACH } },
    apart: {
      filling: { name: null, company: null, reach: null },
      errors: { 'name/message': 'Who is it? A name, a company or a way to reach them is needed.' },
    },
  },
];

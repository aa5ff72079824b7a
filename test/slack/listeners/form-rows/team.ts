import type { Hands } from '../../../../emulator/person/hands.ts';
import { questionId } from '../../../../src/domain/web-form/web-form.ts';
import { addWebForm, findFormNamed } from '../../../../src/usecases/web-form/change-web-forms.ts';
import { hashOf } from '../../../../src/usecases/web-form/form-key.ts';
import { signForm } from '../../../../src/usecases/web-form/sign-form.ts';
import { ANA, BEN, FIELD, LEADS, MARKETING, MAX, MIA, SCORECARD } from '../../../support/people.ts';
import type { World } from '../../../support/world.ts';
import { type FormRow, fromMenu, NOT_SAM, SAM, severalFromMenu } from './form-row.ts';

async function settings(world: World, person: string): Promise<Hands> {
  const hands = world.emulator.as(person);
  await hands.command('/tango', 'settings');
  return hands;
}

function section(name: string): FormRow['open'] {
  return async (world) => {
    const max = await settings(world, MAX);
    await max.clickInView(await max.openModal(), 'Change', { value: name });
    return max;
  };
}

async function openReasons(world: World): Promise<Hands> {
  const max = await settings(world, MAX);
  await max.clickInView(await max.openModal(), 'settings_reasons');
  return max;
}

async function openAdd(world: World): Promise<Hands> {
  const max = await openReasons(world);
  await max.clickInView(max.topModal()!, 'Add a reason');
  return max;
}

async function openReword(world: World): Promise<Hands> {
  const max = await openReasons(world);
  const list = max.topModal()!;
  const block = list.blocks.find((each) => JSON.stringify(each).includes('reword:spam'))!;
  await max.clickInView(list, 'reason_menu', { blockId: String(block.block_id), option: 'Change…' });
  return max;
}

async function openProposal(world: World): Promise<Hands> {
  const mia = await settings(world, MIA);
  await mia.clickInView(await mia.openModal(), 'Propose');
  return mia;
}

async function openRule(world: World): Promise<Hands> {
  const max = world.emulator.as(MAX);
  await max.command('/tango', 'routing');
  await max.clickInView(await max.openModal(), 'Add a rule');
  return max;
}

async function openKnownRule(world: World): Promise<Hands> {
  const max = await openRule(world);
  await max.submit(max.topModal()!, { sources: 'Webinar', people: [ANA], cap: '8' });
  await world.emulator.waitFor(() => JSON.stringify(max.topModal()!.blocks).includes('Webinar'));
  await max.clickInView(max.topModal()!, 'routing_rule', { option: 'Change…' });
  return max;
}

async function openForms(world: World): Promise<Hands> {
  const mia = world.emulator.as(MIA);
  await addWebForm(world.bot.ctx, 'tango', { name: 'Footer', source: 'Website', keyHash: hashOf('k') });
  await world.post('/intake/form/k', { f1: 'Dana', email: 'dana@harbour.example' });
  await mia.command('/tango', 'forms');
  await mia.openModal();
  return mia;
}

async function openNewForm(world: World): Promise<Hands> {
  const mia = await openForms(world);
  await mia.clickInView(mia.topModal()!, 'Make an address');
  return mia;
}

const ofForm = (option: string) => async (world: World) => {
  const mia = await openForms(world);
  await mia.clickInView(mia.topModal()!, 'web_form_menu', { option });
  return mia;
};

const again = (option: string) => async (world: World) => {
  const mia = world.emulator.as(MIA);
  await mia.command('/tango', 'forms');
  await mia.openModal();
  await mia.clickInView(mia.topModal()!, 'web_form_menu', { option });
  return mia;
};

function openFile(world: World): Promise<Hands> {
  return openFileWith(world, { content: 'a,b\n1,2\n', button: 'Change…' });
}

async function openFileWith(
  world: World,
  { content, button }: { content: string; button: string },
): Promise<Hands> {
  const mia = world.emulator.as(MIA);
  mia.sayToBot('', { files: [mia.upload('fair.csv', Buffer.from(content)).id] });
  await world.settle();
  await world.bot.files.runOnce();
  await world.settle();
  await mia.click(mia.directMessage().messages.at(-1)!, button);
  return mia;
}

const NO_TARGET = 'A working time from 1 min to 60 days, such as 15 min, 2 h or 5 days.';
const HUNDRED_AND_ONE = Array.from({ length: 101 }, (_, n) => `U_${n}`);

export const TEAM_ROWS: FormRow[] = [
  {
    form: 'settings_channels_modal',
    open: section('channels'),
    filling: {
      leadsChannel: FIELD,
      fieldChannel: LEADS,
      marketingChannel: SCORECARD,
      scorecardChannel: MARKETING,
    },
    wrong: {
      filling: {
        leadsChannel: 'D_ANA',
        fieldChannel: 'D_ANA',
        marketingChannel: 'D_ANA',
        scorecardChannel: 'D_ANA',
      },
      errors: {
        leadsChannel: 'Please choose a channel.',
        fieldChannel: 'Please choose a channel.',
        marketingChannel: 'Please choose a channel.',
        scorecardChannel: 'Please choose a channel.',
      },
    },
  },
  {
    form: 'settings_people_modal',
    open: section('people'),
    filling: { managers: [MAX, BEN], marketers: [MIA, ANA] },
    wrong: {
      filling: { managers: HUNDRED_AND_ONE, marketers: HUNDRED_AND_ONE },
      errors: { managers: 'At most 100 people, please.', marketers: 'At most 100 people, please.' },
    },
  },
  {
    form: 'settings_admitted_modal',
    open: section('admitted'),
    filling: { admitted: ['guests', 'connected'] },
    wrong: null,
  },
  {
    form: 'settings_hours_modal',
    open: section('hours'),
    filling: {
      weekdays: ['1', '2', '3'],
      from: '08:00',
      to: '14:00',
      againFrom: '16:30',
      againTo: '20:00',
      timezone: 'Europe/Berlin',
      region: 'DE-BY',
      daysOff: '2026-12-24',
    },
    wrong: {
      filling: {
        ...{ timezone: ' ', to: '07:00', againFrom: '16:30', againTo: '15:00' },
        ...{ region: 'DE-XX', daysOff: 'Christmas' },
      },
      errors: {
        timezone: 'Not a time zone we know. Write it as Europe/Berlin.',
        region: 'Not a region we know. Write it as DE, DE-BY or US-CA.',
        daysOff: '“Christmas” is no day. Write one as 2026-12-24.',
        to: 'The end must come after the start, or be at most twelve hours later on the next day.',
        againTo: 'The end must come after the start, or be at most twelve hours later on the next day.',
      },
    },
    neverWrong: {
      from: 'any time is a beginning: what does not fit is said beside the end',
      againFrom: 'the same; two shifts that overlap are held in domain/team/change-settings',
    },
  },
  {
    form: 'settings_promises_modal',
    open: section('promises'),
    filling: { claim_hot: '30 min', contact_standard: '3 days' },
    wrong: {
      filling: {
        ...{ claim_hot: 'soon', contact_hot: '4', verdict_hot: ' ' },
        ...{ claim_standard: '0 min', contact_standard: '90 days', verdict_standard: '-1 h' },
      },
      errors: {
        claim_hot: NO_TARGET,
        claim_standard: NO_TARGET,
        contact_standard: NO_TARGET,
        verdict_hot: NO_TARGET,
        verdict_standard: NO_TARGET,
        contact_hot: '4 of what? Write 4 min, 4 h or 4 days.',
      },
    },
  },
  {
    form: 'settings_contact_modal',
    open: section('contact'),
    filling: { contactShownTo: 'owner' },
    wrong: null,
  },
  {
    form: 'settings_scorecard_modal',
    open: section('scorecard'),
    filling: { weekday: '5', time: '15:30' },
    wrong: null,
    neverWrong: { time: 'any time of the day is one' },
  },
  {
    form: 'reason_add_modal',
    open: openAdd,
    filling: {
      label: 'Too far away',
      outcome: 'rests',
      days: '60',
      needs: 'note',
      impliesContact: ['yes'],
      consequence: 'rests two months',
      whoActs: 'targeting',
    },
    wrong: {
      filling: { label: ' ', days: null },
      errors: {
        label: 'One to 75 characters, please.',
        days: 'For how many days? A number from 1 to 1095.',
      },
    },
  },
  {
    form: 'reason_reword_modal',
    open: openReword,
    filling: { label: 'Spam or a test', consequence: 'dropped', whoActs: 'nobody' },
    wrong: {
      filling: { label: 'Other' },
      errors: { label: 'There is one of that name in the list.' },
    },
  },
  {
    form: 'definition_modal',
    open: openProposal,
    filling: { criteria: '* Five properties\nBudget is set', marketing: MIA, sales: MAX },
    wrong: {
      filling: { criteria: ' ', marketing: SAM, sales: MIA },
      errors: {
        criteria: 'What must be true of a qualified lead? One criterion a line.',
        marketing: 'Sam is of another company. This is for members alone.',
        sales: 'This person is a marketer and cannot sign for sales.',
      },
    },
  },
  {
    form: 'routing_rule_modal',
    when: 'a new one',
    open: openRule,
    filling: {
      sources: severalFromMenu('Webinar', 'Trade fair'),
      regions: 'Bavaria',
      people: [ANA, BEN],
      twice: [BEN],
      cap: '8',
      mode: 'assign',
    },
    wrong: {
      filling: { people: [SAM], twice: [MAX], cap: '1000' },
      errors: { people: NOT_SAM, twice: 'Please choose among those who take turns.' },
    },
    neverWrong: { cap: 'its window takes a whole number from 1 to 1000' },
  },
  {
    form: 'routing_rule_modal',
    when: 'one that is there',
    heldAs: 'a new one',
    open: openKnownRule,
    filling: { people: [ANA, BEN] },
    wrong: { filling: { cap: '0' }, errors: { cap: 'A whole number from 1 to 1000, please.' } },
  },
  {
    form: 'web_form_add_modal',
    open: openNewForm,
    filling: { name: 'Contact page', web_form_source: fromMenu('Website') },
    wrong: {
      filling: { name: ' ' },
      errors: { name: 'A name of at most 100 characters, please.' },
    },
  },
  {
    form: 'web_form_renew_modal',
    open: ofForm('Make a new address…'),
    filling: { sure: ['yes'] },
    wrong: null,
  },
  {
    form: 'web_form_sign_modal',
    open: ofForm('Ask for a signature…'),
    filling: { sure: ['yes'] },
    wrong: null,
  },
  {
    form: 'web_form_sign_modal',
    when: 'one that has a secret',
    open: async (world) => {
      await openForms(world);
      const { id } = await findFormNamed(world.bot.ctx, 'Footer');
      await signForm(world.bot.ctx, 'tango', { id, secret: 'known' });
      return again('Its signature…')(world);
    },
    filling: { signature: 'end' },
    wrong: null,
  },
  { form: 'web_form_remove_modal', open: ofForm('Remove…'), filling: { sure: ['yes'] }, wrong: null },
  {
    form: 'web_form_questions_modal',
    open: ofForm('What its questions mean…'),
    filling: { [questionId('f1')]: 'name' },
    wrong: null,
  },
  {
    form: 'brought_file_change_modal',
    open: openFile,
    filling: { column_0: 'email', column_1: 'other', file_source: fromMenu('Fair') },
    wrong: {
      filling: { column_0: 'email', column_1: 'email' },
      errors: { column_1: 'E-mail is chosen for two columns: one of them, please.' },
    },
  },
  {
    form: 'brought_file_words_modal',
    open: (world) =>
      openFileWith(world, {
        content: 'Source,Name,Status\nWeb,Ada,Warm\n',
        button: 'Say what they mean…',
      }),
    filling: { word_0: 'working' },
    wrong: null,
  },
];

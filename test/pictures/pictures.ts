/** The pictures in docs/: what is in each, who looks at it, and what was done before. Those of one look are taken one after the other. */
import type { Locator } from 'playwright-core';
import { MIA } from '../../demo/company.ts';
import { CAMPAIGN_COSTS, FAIR_VISITORS } from './sample-files.ts';
import type { Look, Stage } from './stage.ts';

export interface Picture extends Look {
  name: string;
  /** Answers with what is to be in the picture. */
  steps(stage: Stage): Promise<Locator>;
}

const MIA_BY_DAY: Look = { who: MIA, theme: 'light' };

export const PICTURES: readonly Picture[] = [
  { ...MIA_BY_DAY, name: 'file-question', steps: dropFair },
  { ...MIA_BY_DAY, name: 'file-change', steps: openChange },
  { ...MIA_BY_DAY, name: 'file-plan', steps: nameSource },
  { ...MIA_BY_DAY, name: 'file-result', steps: importFair },
  { ...MIA_BY_DAY, name: 'form-new', steps: openNewForm },
  { ...MIA_BY_DAY, name: 'form-address', steps: makeAddress },
  { ...MIA_BY_DAY, name: 'form-questions', steps: askWhatTheyMean },
  { ...MIA_BY_DAY, name: 'spend-add', steps: openAmount },
  { ...MIA_BY_DAY, name: 'spend-recorded', steps: recordAmount },
  { ...MIA_BY_DAY, name: 'spend-list', steps: listSpend },
  { ...MIA_BY_DAY, name: 'spend-file', steps: dropCosts },
];

async function dropFair(stage: Stage): Promise<Locator> {
  await stage.drop('november-fair.csv', FAIR_VISITORS);
  return answerWith(stage, 'Where do these leads come from?');
}

async function openChange({ latest, form }: Stage): Promise<Locator> {
  await latest().getByRole('button', { name: 'Change…' }).click();
  await choose(form('Change'), 'The source of all of them', 'Trade fair Munich');
  return form('Change');
}

async function nameSource(stage: Stage): Promise<Locator> {
  await stage.form('Change').getByRole('button', { name: 'Look again' }).click();
  await stage.latest().getByRole('button', { name: 'Import', exact: true }).waitFor();
  return stage.latest();
}

async function importFair(stage: Stage): Promise<Locator> {
  await stage.latest().getByRole('button', { name: 'Import', exact: true }).click();
  return answerWith(stage, 'came in');
}

async function openNewForm(stage: Stage): Promise<Locator> {
  const forms = await stage.command('/tango forms', 'Forms');
  await forms.getByRole('button', { name: 'Make an address' }).click();
  const form = stage.form('Make an address');
  await form.getByLabel('What is the form called?').fill('Contact page');
  await choose(form, 'Where do its leads come from?', 'Website');
  return form;
}

async function makeAddress({ form }: Stage): Promise<Locator> {
  await form('Make an address').getByRole('button', { name: 'Make it' }).click();
  await form('The address').waitFor();
  return form('The address');
}

/** Somebody fills the form in, and not all of its questions say what they are. */
async function askWhatTheyMean({ form, latest, post }: Stage): Promise<Locator> {
  const [address = ''] = /https:\S+/.exec(await form('The address').innerText()) ?? [];
  await form('The address').getByRole('button', { name: 'Close' }).click();
  await post(new URL(address).pathname, {
    ...{ 'Your name': 'Ute Krämer', Email: 'ute@kraemer.example', 'Question 3': 'Krämer AG' },
    'How did you hear of us?': 'A friend',
  });
  await latest().getByRole('button', { name: 'Say what they mean' }).click();
  await form('What they mean').waitFor();
  return form('What they mean');
}

async function openAmount(stage: Stage): Promise<Locator> {
  await closeAll(stage);
  const list = await stage.command('/tango spend', 'What it cost');
  await list.getByRole('button', { name: 'Add an amount' }).click();
  const form = stage.form('Add an amount');
  await form.getByLabel('What was it for?').fill('Booth and travel');
  await form.getByLabel('How much?').fill('8.700,00');
  await form.getByLabel('For which days or month?').fill('16–18 Nov 2026');
  await choose(form, 'Source', 'Trade fair Munich');
  return form;
}

async function recordAmount({ form }: Stage): Promise<Locator> {
  await form('Add an amount').getByRole('button', { name: 'Record it' }).click();
  await form('Recorded').waitFor();
  return form('Recorded');
}

async function listSpend({ form }: Stage): Promise<Locator> {
  await form('Recorded').getByRole('button', { name: 'Done' }).click();
  await form('What it cost').getByText('Booth and travel').waitFor();
  return form('What it cost');
}

async function dropCosts(stage: Stage): Promise<Locator> {
  await closeAll(stage);
  await stage.drop('campaigns.csv', CAMPAIGN_COSTS);
  return answerWith(stage, 'Whose money was it?');
}

async function closeAll({ page }: Stage): Promise<void> {
  const open = page.getByRole('dialog').last();
  await open.getByRole('button', { name: 'Close', exact: true }).first().click();
  await open.waitFor({ state: 'detached' });
}

async function answerWith(stage: Stage, words: string): Promise<Locator> {
  await stage.latest().getByText(words).first().waitFor();
  return stage.latest();
}

async function choose(form: Locator, label: string, words: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).fill(words);
  await form.getByRole('option', { name: words }).first().click();
}

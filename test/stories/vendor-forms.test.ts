/** A marketer is shown once what a vendor's form asks that nobody understands, says what it means, and the leads that came before know it. */
import { expect, it } from 'vitest';
import { questionId } from '../../src/domain/web-form/web-form.ts';
import { FetchRunner } from '../../src/intake/fetch/runner.ts';
import { cardsOf } from '../support/cards.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, LEADS, MIA } from '../support/people.ts';
import { peopleApi } from '../support/people-api.ts';
import { testLog } from '../support/test-log.ts';
import { sign, WEBHOOKS } from '../support/webhooks.ts';
import { startWorld } from '../support/world.ts';

const FIRM = 'Für wen arbeiten Sie gerade? 🏨';
const ROLE = 'Was machen Sie dort';

it('The questions of a Typeform are answered from the message that tells of them', async () => {
  const world = await startWorld({ webhooks: WEBHOOKS });
  const { emulator } = world;
  const mia = emulator.as(MIA);
  const send = async (token: string, answers: Record<string, string>) => {
    const fields = [FIRM, ROLE, 'E-Mail', 'Name'].map((title, id) => ({
      id: `${id}`,
      title,
      type: 'short_text',
    }));
    const body = JSON.stringify({
      event_type: 'form_response',
      form_response: {
        ...{ token, form_id: 'abc', definition: { title: 'Kontakt', fields } },
        answers: fields.flatMap(({ id, title }) =>
          answers[title] ? [{ type: 'text', text: answers[title], field: { id, type: 'short_text' } }] : [],
        ),
      },
    });
    const headers = { 'content-type': 'application/json', ...sign('typeform', { body }) };
    const reply = await fetch(`${world.bot.url}/intake/typeform`, { method: 'POST', headers, body });
    expect(reply.status).toBe(200);
    await world.settle();
  };
  const told = () => mia.directMessage().messages.filter(({ text }) => text?.includes('I do not understand'));

  await send('one', {
    [FIRM]: 'Harbour Hotels',
    [ROLE]: 'Einkauf',
    'E-Mail': 'dana@harbour.example',
    Name: 'Dana',
  });
  await send('one', {
    [FIRM]: 'Harbour Hotels',
    [ROLE]: 'Einkauf',
    'E-Mail': 'dana@harbour.example',
    Name: 'Dana',
  });
  await send('two', { [FIRM]: 'Quay Ltd', [ROLE]: 'IT', 'E-Mail': 'lee@quay.example', Name: 'Lee' });
  // Once, however much comes.
  expect(told()).toHaveLength(1);
  expect(told()[0]?.text).toContain('The form “Kontakt” asks 2 questions');
  expect(buttonsOf(told()[0]!)).toEqual(['Say what they mean']);

  await mia.click(told()[0]!, 'Say what they mean');
  const questions = await mia.openModal('web_form_questions_modal');
  const meant = { [questionId(FIRM)]: 'company', [questionId(ROLE)]: 'title' };
  expect(await mia.submit(questions, meant)).toEqual({ result: 'closed' });
  await world.settle();
  expect(cardsOf(emulator).map((card) => /Harbour Hotels|Quay Ltd/.exec(textOf(card))?.[0])).toEqual([
    'Harbour Hotels',
    'Quay Ltd',
  ]);

  await send('three', { [FIRM]: 'Cove Inn', 'E-Mail': 'rui@cove.example', Name: 'Rui' });
  expect(textOf(cardsOf(emulator).at(-1)!)).toContain('Cove Inn');
  await mia.command('/tango', 'forms', { channel: LEADS });
  const list = await mia.openModal('web_form_list_modal');
  expect(textOf(list)).toContain('*Kontakt* · Typeform');
  expect(textOf(list)).not.toContain('not understood');
  // It is ended at its vendor.
  expect(buttonsOf(list)).toContain('What they mean…');

  // A rep who is forwarded the message changes nothing by it.
  await emulator.as(ANA).command('/tango', 'forms', { channel: LEADS });
  await emulator.settled();
  expect(emulator.workspace.messages.in(LEADS).at(-1)?.text).toContain('Only marketing and managers');
});

it('The questions of HubSpot’s forms are answered the same way, whoever was asked which of them', async () => {
  const api = await peopleApi();
  const labels: Record<string, string> = { firm: FIRM, role: ROLE };
  const said: Record<string, Record<string, string>> = {
    '701': { firstname: 'Dana', email: 'dana@harbour.example', firm: 'Harbour Hotels' },
    '702': { firstname: 'Lee', email: 'lee@quay.example', role: 'IT' },
    '703': { firstname: 'Rui', email: 'rui@cove.example', firm: 'Cove Inn', role: 'Einkauf' },
  };
  api.say((path) => {
    const id = path.split('/').at(-1) ?? '';
    const results = Object.entries(labels).map(([name, label]) => ({ name, label, formField: true }));
    if (id === 'contacts') return { status: 200, body: { results } };
    return { status: 200, body: { id, properties: said[id] } };
  });
  const settings = { ...WEBHOOKS, hubspotApiUrl: api.url };
  const world = await startWorld({ webhooks: settings });
  const runner = new FetchRunner({ ctx: world.bot.ctx, settings, log: testLog() });
  const { emulator } = world;
  const mia = emulator.as(MIA);
  const send = async (objectId: number) => {
    const body = JSON.stringify([{ subscriptionType: 'contact.creation', objectId, portalId: 1021 }]);
    const uri = `${world.bot.url}/intake/hubspot`;
    const signed = sign('hubspot', { body, at: world.clock.now(), uri });
    const headers = { 'content-type': 'application/json', ...signed };
    expect((await fetch(uri, { method: 'POST', headers, body })).status).toBe(200);
    await runner.runOnce(world.clock.now());
    await world.settle();
  };
  await send(701);
  await send(702);
  const told = mia.directMessage().messages.filter(({ text }) => text?.includes('I do not understand'));
  expect(told.map(({ text }) => text)).toEqual([
    expect.stringContaining(`The form “HubSpot forms (account 1021)” asks a question`),
  ]);
  await mia.click(told[0]!, 'Say what they mean');
  const questions = await mia.openModal('web_form_questions_modal');
  expect(textOf(questions)).toContain('Answered last: “Harbour Hotels”');
  const meant = { [questionId(FIRM)]: 'company', [questionId(ROLE)]: 'title' };
  expect(await mia.submit(questions, meant)).toEqual({ result: 'closed' });
  await send(703);
  const shown = cardsOf(emulator).map(textOf);
  expect(shown).toEqual([
    expect.stringContaining('Harbour Hotels'),
    expect.stringContaining('IT'),
    expect.stringMatching(/Cove Inn.*Einkauf|Einkauf.*Cove Inn/s),
  ]);
  await mia.command('/tango', 'forms', { channel: LEADS });
  const list = textOf(await mia.openModal('web_form_list_modal'));
  expect(list).toContain('*HubSpot forms (account 1021)* · HubSpot\n3 leads');
  expect(list).not.toContain('not understood');
});

/** The doors of Slack: what is written behind /lead, posted in a channel or handed in by a workflow, in any language, is the same lead. */
import { expect, it } from 'vitest';
import type { View } from '../../emulator/workspace/views.ts';
import { Database } from '../../src/store/database.ts';
import { formsIn, LABELS, type Pair, WHITFIELD_LEAD } from '../support/labels.ts';
import { ANA, FIELD } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const { companySize, receivedAt, ...WHITFIELD } = WHITFIELD_LEAD;

async function storedLeads({ databaseUrl }: World) {
  const db = await Database.open(databaseUrl);
  try {
    const rows = await db.transaction((tx) =>
      tx.sql.selectFrom('lead').selectAll().orderBy('createdAt').orderBy('id').execute(),
    );
    return rows.map((row) => ({ ...row, fields: JSON.parse(row.fields) as Record<string, string> }));
  } finally {
    await db.close();
  }
}

const lines = (pairs: readonly Pair[], between: string) =>
  pairs.map(([label, value]) => `${label}: ${value}`).join(between);

const labelsOf = ({ blocks }: View) => blocks.map(({ label }) => (label as { text?: string })?.text);

it.each(Object.keys(LABELS))('%s behind /lead, in a message and in a workflow', async (language) => {
  const world = await startWorld({ pace: false });
  const ana = world.emulator.as(ANA);
  const [form = [], other = []] = formsIn(language);

  await ana.command('/lead', lines(form, ', '), { channel: FIELD });
  const entry = await ana.openModal('lead_entry_modal');
  expect(await ana.submit(entry, { Source: 'Fair', 'Who calls, and how soon?': [] })).toMatchObject({
    result: 'updated',
  });
  await ana.close(ana.topModal()!);

  await ana.messageShortcut('make_lead', ana.say(FIELD, lines(other, '\n')));
  const modal = await ana.openModal('lead_message_modal');
  expect(labelsOf(modal)).toEqual(
    expect.arrayContaining(['Job title', 'Segment', 'Region', 'Company size', 'Campaign', 'Arrived']),
  );
  expect(await ana.submit(modal, { Source: 'Slack' })).toEqual({ result: 'closed' });

  const run = ana.runStep('create_lead', {
    ...{ source: 'Flow', name: WHITFIELD.name, email: WHITFIELD.email, phone: WHITFIELD.phone },
    ...{ company: WHITFIELD.company, title: WHITFIELD.title, segment: WHITFIELD.segment },
    ...{ region: WHITFIELD.region, company_size: 250, message: WHITFIELD.message },
    ...{ campaign: WHITFIELD.campaign, received_at: form.at(-1)?.[1] },
  });
  const reacted = ana.runStep('create_lead', { source: 'Reaction', message: lines(other, '\n') });
  await world.settle();
  expect([run.state, reacted.state]).toEqual(['succeeded', 'succeeded']);

  const leads = await storedLeads(world);
  expect(leads.map(({ source }) => source).sort()).toEqual(['Fair', 'Flow', 'Reaction', 'Slack']);
  for (const lead of leads) expect(lead).toMatchObject({ ...WHITFIELD, companySize, receivedAt });
  const others = leads.filter(({ source }) => source !== 'Slack').map(({ fields }) => fields);
  expect(others).toEqual([{}, {}, {}]);
});

it('What a door of Slack does not understand is said, or stays with the lead', async () => {
  const world = await startWorld({ pace: false });
  const ana = world.emulator.as(ANA);
  await ana.command('/lead', 'Name: 00Q5g00000abcDE, Firma: Harbour, wants a demo, dana@harbour.example', {
    channel: FIELD,
  });
  const entry = await ana.openModal('lead_entry_modal');
  const filled = JSON.stringify(entry.blocks);
  expect(filled).toContain('wants a demo');
  expect(filled).toContain('Name: 00Q5g00000abcDE');
  const id = { Source: 'Fair', Name: '00Q5g00000abcDE' };
  expect(await ana.submit(entry, id)).toMatchObject({
    errors: expect.objectContaining({}),
    result: 'errors',
  });
  expect(JSON.stringify(await ana.submit(entry, id))).toContain('This is an id of some program');
  await ana.close(ana.topModal()!);

  const run = ana.runStep('create_lead', {
    ...{ source: 'Flow', name: 'Dana', email: 'ask my colleague', received_at: 'last week' },
  });
  const token = ana.runStep('create_lead', { source: 'Flow', name: '00Q5g00000abcDE', phone: 4420 });
  await world.settle();
  expect([run.state, token.state]).toEqual(['succeeded', 'succeeded']);
  expect(await storedLeads(world)).toMatchObject([
    {
      ...{ name: 'Dana', email: null },
      fields: { email: 'ask my colleague', received_at: 'last week' },
    },
    { name: null, phone: '4420', fields: { name: '00Q5g00000abcDE' } },
  ]);
});

it('A lead that was made up is marked at the doors of Slack too', async () => {
  const world = await startWorld({ pace: false });
  const ana = world.emulator.as(ANA);
  await ana.command('/lead', 'Test Test, Test, test@example.com', { channel: FIELD });
  const entry = await ana.openModal('lead_entry_modal');
  expect(await ana.submit(entry, { Source: 'Fair' })).toMatchObject({ result: 'updated' });
  await ana.close(ana.topModal()!);
  await ana.messageShortcut('make_lead', ana.say(FIELD, 'Name: prueba\nEmpresa: Puerto'));
  expect(await ana.submit(await ana.openModal('lead_message_modal'), { Source: 'Slack' })).toEqual({
    result: 'closed',
  });
  ana.runStep('create_lead', { source: 'Flow', message: 'Name: Test\nE-Mail: test@test.de' });
  await world.settle();
  expect((await storedLeads(world)).map(({ isTest }) => isTest)).toEqual([1, 1, 1]);
});

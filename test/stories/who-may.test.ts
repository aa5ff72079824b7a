/** Leads and figures are for the people of the team: who is not of it is told so, alone, and changes nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../emulator/workspace/messages.ts';
import { changeSettings } from '../../src/usecases/team/change-settings.ts';
import { cardsOf } from '../support/cards.ts';
import { DIALECTS } from '../support/databases.ts';
import { buttonsOf, readOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MAX } from '../support/people.ts';
import { startWorld, type World, type WorldOptions } from '../support/world.ts';

const CASES = '../shared/cases';
const SAM = 'U0OUTSIDE1';

interface Scene {
  world: World;
  card: () => Message;
}

async function aNewLead(options: WorldOptions = {}): Promise<Scene> {
  const world = await startWorld({ pace: false, ...options });
  await world.post('/api/leads', { source: 'Webinar', externalId: 'who-1', company: 'Harbour Hotels' });
  await world.settle();
  return { world, card: () => cardsOf(world.emulator)[0]! };
}

/** Sam of an agency that shares the leads channel. */
function addSam({ emulator }: World): void {
  const team = { id: 'T0AGENCY01' };
  emulator.admin.addPerson({ id: SAM, name: 'Sam (Agency)', realName: 'Sam', team, isStranger: true });
  emulator.admin.invite(LEADS, SAM);
}

const ownerOf = ({ world }: Scene) =>
  world.bot.ctx.db.transaction(async ({ sql }) => {
    const [lead] = await sql.selectFrom('lead').select(['state', 'owner']).execute();
    return lead;
  });

for (const dialect of DIALECTS) {
  describe(`somebody of another company, on ${dialect}`, () => {
    it('cannot claim a lead in the channel that they share, nor do anything else', async () => {
      const scene = await aNewLead({ dialect });
      const { world, card } = scene;
      addSam(world);
      const sam = world.emulator.as(SAM);
      await sam.click(card(), 'Claim');
      expect(sam.ephemerals(LEADS).at(-1)?.text).toMatch(/^Only people of this workspace can do this\./);
      expect(await ownerOf(scene)).toEqual({ state: 'new', owner: null });
      expect(world.emulator.as(ANA).ephemerals(LEADS)).toEqual([]);
      for (const button of ['Qualify', 'Reject']) await sam.click(card(), button);
      await sam.command('/tango', 'settings', { channel: LEADS });
      await sam.command('/scorecard', '', { channel: LEADS });
      expect(sam.topModal()).toBeUndefined();
      expect(sam.ephemerals(LEADS)).toHaveLength(5);
      await world.settle();
      expect(buttonsOf(card())).toContain('Claim');
    });
  });
}

it.skipIf(!existsSync(`${CASES}/13-person-of-another-company/user.json`))(
  `the person of ${CASES}/13-person-of-another-company is this Sam (skipped without it)`,
  () => {
    const user = JSON.parse(readFileSync(`${CASES}/13-person-of-another-company/user.json`, 'utf8'));
    expect(user).toMatchObject({ id: SAM, team_id: 'T0AGENCY01', is_stranger: true });
  },
);

describe('while nobody is manager', () => {
  it('a stranger cannot make themselves one, and a member can', async () => {
    const { world } = await aNewLead({ firstStart: { managers: [] } });
    addSam(world);
    const sam = world.emulator.as(SAM);
    await sam.command('/tango', 'settings', { channel: LEADS });
    expect(sam.topModal()).toBeUndefined();
    expect(sam.ephemerals(LEADS).at(-1)?.text).toMatch(/^This is for members of this workspace alone/);
    const ana = world.emulator.as(ANA);
    await ana.command('/tango', 'settings');
    await ana.clickInView(await ana.openModal(), 'Change', { value: 'people' });
    const form = await ana.openModal('settings_people_modal');
    const refused = await ana.submit(form, { managers: [SAM] });
    expect(refused).toMatchObject({
      errors: {
        managers: expect.stringMatching(/^Sam \(Agency\) is of another company\. This is for members/),
      },
    });
    expect(await ana.submit(form, { managers: [ANA] })).toMatchObject({ result: 'closed' });
  });
});

describe('a lead is given', () => {
  // The case 14-lead-for-an-app.
  it('to no app, which is said beside the field', async () => {
    const scene = await aNewLead();
    const { world, card } = scene;
    world.emulator.admin.addPerson({ id: 'U_OTHER_APP', name: 'other-app', realName: 'Other', isBot: true });
    const ana = world.emulator.as(ANA);
    await ana.choose(card(), 'lead_menu', 'Assign to…');
    const form = await ana.openModal('lead_assign_modal');
    for (const app of ['U_TANGO', 'USLACKBOT', 'U_OTHER_APP']) {
      expect(await ana.submit(form, { person: app })).toMatchObject({
        errors: { person: expect.stringContaining('an app cannot own a lead') },
      });
    }
    expect(await ownerOf(scene)).toEqual({ state: 'new', owner: null });
  });

  it('to a member who is not in the leads channel: they have it by direct message and at home', async () => {
    const scene = await aNewLead();
    const { world, card } = scene;
    world.emulator.admin.remove(LEADS, BEN);
    const ana = world.emulator.as(ANA);
    await ana.choose(card(), 'lead_menu', 'Assign to…');
    const form = await ana.openModal('lead_assign_modal');
    expect(textOf(form)).toContain('also outside of the leads channel');
    expect(await ana.submit(form, { person: BEN })).toMatchObject({ result: 'closed' });
    await world.settle();
    expect(await ownerOf(scene)).toEqual({ state: 'claimed', owner: BEN });
    const [message] = world.emulator.as(BEN).directMessage().messages;
    expect(buttonsOf(message!)).toContain('Qualify');
  });
});

describe('while Slack cannot say who somebody is', () => {
  it('whoever is new is told to try again, and whom we know goes on', async () => {
    const scene = await aNewLead();
    const { world, card } = scene;
    const max = world.emulator.as(MAX);
    await max.command('/tango', 'help', { channel: LEADS });
    world.emulator.faults.during('users.info', { kind: 'timeout_before' });
    const ben = world.emulator.as(BEN);
    await ben.click(card(), 'Claim');
    expect(ben.ephemerals(LEADS).at(-1)?.text).toMatch(/^Slack could not tell us who you are/);
    await max.click(card(), 'Claim');
    expect(await ownerOf(scene)).toEqual({ state: 'claimed', owner: MAX });
  });
});

it('a guest who writes to Tango reads once why nothing comes of it', async () => {
  const world = await startWorld();
  world.emulator.admin.addPerson({ id: 'U_GUEST', name: 'gus', realName: 'Gus', guest: 'single_channel' });
  const gus = world.emulator.as('U_GUEST');
  for (const text of ['hello', 'anybody?']) gus.say(gus.directMessage().channel, text);
  await world.settle();
  const answers = () => gus.directMessage().messages.filter(({ botId }) => botId !== undefined);
  expect(answers().map(({ text }) => text)).toEqual([
    'Guests of this workspace take no part in this. A manager may let them, under `/tango settings`.',
  ]);
});

describe('a manager lets guests take part', () => {
  it('and they claim from then on, while figures and settings stay with members; the audit log says who did it', async () => {
    const scene = await aNewLead();
    const { world, card } = scene;
    world.emulator.admin.addPerson({ id: 'U_GUEST', name: 'gus', realName: 'Gus', guest: 'single_channel' });
    world.emulator.admin.invite(LEADS, 'U_GUEST');
    const gus = world.emulator.as('U_GUEST');
    await gus.click(card(), 'Claim');
    expect(gus.ephemerals(LEADS).at(-1)?.text).toMatch(/^Guests of this workspace take no part in this/);

    const max = world.emulator.as(MAX);
    await max.command('/tango', 'settings');
    await max.clickInView(await max.openModal(), 'Change', { value: 'admitted' });
    const form = await max.openModal('settings_admitted_modal');
    expect(await max.submit(form, { admitted: ['guests'] })).toMatchObject({ result: 'closed' });
    await world.emulator.waitFor(() =>
      textOf(max.topModal()!).includes('Guests of this workspace take part: yes'),
    );
    expect(textOf(max.topModal()!)).toContain('People of connected companies take part: no');
    await max.clickInView(max.topModal()!, 'Look');
    expect(textOf(await max.openModal('settings_audit_modal'))).toContain('Guests of this workspace');

    await gus.click(card(), 'Claim');
    expect(await ownerOf(scene)).toEqual({ state: 'claimed', owner: 'U_GUEST' });
    await gus.command('/scorecard', '', { channel: LEADS });
    expect(gus.ephemerals(LEADS).at(-1)?.text).toMatch(/^This is for members of the workspace alone/);
  });
});

describe('a channel that is shared with another company', () => {
  const contact = { email: 'dana@harbour.example', phone: '+49 171 3920012' };
  const shownIn = (world: World, channel: string) =>
    world.emulator.workspace.messages.in(channel).map((message) => `${message.text}\n${textOf(message)}`);

  it('reads neither how to reach a lead nor any amount from then on, and a manager hears of it once', async () => {
    const { world } = await aNewLead();
    const { emulator, bot } = world;
    emulator.admin.share(LEADS, 'T0AGENCY01');
    await emulator.settled();
    await bot.jobs.runOnce();
    await world.settle();
    const told = emulator
      .as(MAX)
      .directMessage()
      .messages.map(({ text }) => text);
    expect(told.filter((text) => text.includes(`<#${LEADS}> is shared with another company`))).toHaveLength(
      1,
    );

    await world.post('/api/leads', { source: 'Web', externalId: 'dana', name: 'Dana', ...contact });
    await world.post('/api/leads', { source: 'Web', externalId: 'unnamed', ...contact });
    await world.settle();
    await world.post('/api/outcomes', {
      externalId: 'dana',
      outcome: 'won',
      value: '18000',
      currency: 'EUR',
    });
    await world.settle();
    const shown = shownIn(world, LEADS).join('\n');
    expect(shown).toContain('Dana');
    for (const secret of [contact.email, contact.phone, '18,000', '18.000'])
      expect(shown).not.toContain(secret);

    emulator.admin.unshare(LEADS, 'T0AGENCY01');
    await emulator.settled();
    await world.post('/api/leads', { source: 'Web', externalId: 'later', name: 'Lou', ...contact });
    await world.settle();
    const lou = shownIn(world, LEADS).filter((message) => message.includes('Lou'));
    expect(lou.join()).toContain(contact.email);
  });

  it('reads it no longer on the cards that hang there already', async () => {
    const { world } = await aNewLead();
    await world.post('/api/leads', { source: 'Web', externalId: 'dana', name: 'Dana', ...contact });
    await world.settle();
    await world.bot.jobs.runOnce();
    expect(shownIn(world, LEADS).join()).toContain(contact.email);
    world.emulator.admin.share(LEADS, 'T0AGENCY01');
    await world.emulator.settled();
    world.clock.move(60_000);
    await world.bot.jobs.runOnce();
    await world.settle();
    for (const secret of [contact.email, contact.phone])
      expect(shownIn(world, LEADS).join()).not.toContain(secret);
  });

  it('reads it all where a manager says so', async () => {
    const { world } = await aNewLead();
    world.emulator.admin.share(LEADS, 'T0AGENCY01');
    await world.emulator.settled();
    const max = world.emulator.as(MAX);
    await max.command('/tango', 'settings');
    await max.clickInView(await max.openModal(), 'Change', { value: 'admitted' });
    const form = await max.openModal('settings_admitted_modal');
    expect(await max.submit(form, { showsToConnected: ['shown'] })).toMatchObject({ result: 'closed' });
    await world.post('/api/leads', { source: 'Web', externalId: 'dana', name: 'Dana', ...contact });
    await world.settle();
    expect(shownIn(world, LEADS).join()).toContain(contact.email);
  });
});

it('where only the owner may reach a lead, a nameless one is not called by its e-mail in the channel', async () => {
  const { world, card } = await aNewLead();
  await changeSettings(world.bot.ctx, { person: MAX, change: () => ({ contactShownTo: 'owner' }) });
  await world.post('/api/leads', { source: 'Web', externalId: 'unnamed', email: 'dana@harbour.example' });
  await world.settle();
  const shown = JSON.stringify(world.emulator.workspace.messages.in(LEADS));
  expect(shown).toContain('*unnamed*');
  expect(shown).not.toContain('dana@harbour.example');
  const ana = world.emulator.as(ANA);
  const unnamed = cardsOf(world.emulator).find((one) => textOf(one).includes('unnamed'))!;
  await ana.choose(unnamed, 'lead_menu', 'Show everything');
  expect(readOf(await ana.openModal())).not.toContain('dana@harbour.example');
  expect(buttonsOf(card())).toContain('Claim');
});

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardsOf } from '../support/cards.ts';
import { textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MAX, MIA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const CASE = '../shared/cases/12-only-manager-gone';
const MINUTE = 60_000;

/** Slack tells that the account is closed, or open again; then the jobs of a minute run. */
async function accountIs(world: World, person: string, isDeleted: boolean): Promise<void> {
  world.emulator.admin.changePerson(person, { isDeleted });
  await world.settle();
  await minute(world);
}

async function minute(world: World): Promise<void> {
  world.clock.move(MINUTE);
  await world.bot.jobs.runOnce();
  await world.settle();
}

function told({ emulator }: World, person: string): string[] {
  return emulator.as(person).directMessage().messages.map(textOf);
}

it.skipIf(!existsSync(CASE))(
  'shared/cases/12: the only manager is gone: the marketers hear of it once, and anybody names another, which is in the audit log',
  async () => {
    const world = await startWorld({ firstStart: { managers: [MAX], marketers: [MIA] } });
    await world.post('/api/leads', { source: 'Web', name: 'Dana Whitfield' });
    await world.settle();
    expect(cardsOf(world.emulator)).toHaveLength(1);
    await minute(world);
    await accountIs(world, MAX, true);
    await minute(world);
    expect(told(world, MIA).filter((text) => text.includes('No manager is left'))).toHaveLength(1);

    const ana = world.emulator.as(ANA);
    await ana.command('/tango', 'settings');
    expect(textOf(ana.topModal()!)).toContain('No manager is left, so anybody may change this.');
    expect(textOf(ana.topModal()!)).not.toContain('Managers change this');
    await ana.command('/tango', 'managers');
    await ana.submit(ana.topModal()!, { managers: [ANA] });
    await minute(world);
    const mia = world.emulator.as(MIA);
    await mia.command('/tango', 'settings');
    expect(textOf(mia.topModal()!)).toContain(`Managers change this: <@${ANA}>.`);
    await mia.clickInView(mia.topModal()!, 'Look');
    expect(textOf(mia.topModal()!)).toContain(`<@${MAX}> → <@${ANA}>`);
  },
);

it.skipIf(!existsSync(CASE))(
  'shared/cases/12, step 5: of two managers the other one hears of it',
  async () => {
    const world = await startWorld({ firstStart: { managers: [MAX, MIA], marketers: [] } });
    await minute(world);
    await accountIs(world, MAX, true);
    expect(told(world, MIA).join('\n')).toContain(
      `The account of <@${MAX}> is deactivated. They were a manager`,
    );
    const ana = world.emulator.as(ANA);
    await ana.command('/tango', 'settings');
    expect(textOf(ana.topModal()!)).toContain(`Managers change this: <@${MIA}>.`);
    await accountIs(world, MAX, false);
    await ana.command('/tango', 'settings');
    expect(textOf(ana.topModal()!)).toContain(`<@${MAX}>, <@${MIA}>`);
  },
);

it('nobody is left at all: the leads channel hears of it', async () => {
  const world = await startWorld({ firstStart: { managers: [MAX], marketers: [] } });
  await minute(world);
  await accountIs(world, MAX, true);
  const posts = world.emulator.workspace.messages.in(LEADS).map(textOf);
  expect(posts.filter((text) => text.includes('No manager is left'))).toHaveLength(1);
});

describe('offices of user groups', () => {
  const HEADS = { id: 'S_HEADS', handle: 'heads', name: 'Heads of sales', users: [BEN] };

  it('Max names @heads: whoever is in the group manages, who joins does within a minute, who leaves does no more', async () => {
    const world = await startWorld();
    const { emulator } = world;
    emulator.admin.changeUserGroup(HEADS);
    await minute(world);
    const max = emulator.as(MAX);
    await max.command('/tango', 'managers');
    expect(textOf(max.topModal()!)).toContain('@heads · 1 member');
    await max.submit(max.topModal()!, { managersGroups: ['S_HEADS'], managers: [] });
    await minute(world);
    expect(await managers(world)).toBe(`<@${BEN}>`);

    emulator.admin.changeUserGroup({ ...HEADS, users: [BEN, ANA] });
    await emulator.settled();
    await minute(world);
    expect(await managers(world)).toBe(`<@${BEN}>, <@${ANA}>`);
    emulator.admin.changeUserGroup({ ...HEADS, users: [ANA] });
    await emulator.settled();
    await minute(world);
    expect(await managers(world)).toBe(`<@${ANA}>`);
    const ana = emulator.as(ANA);
    await ana.command('/tango', 'managers');
    expect(textOf(ana.topModal()!)).toContain('Managers: user groups');
  });

  it('who joins @heads manages within a minute also where Slack tells of members alone', async () => {
    const world = await startWorld();
    const { emulator } = world;
    const { app } = emulator.workspace;
    app.events = app.events.filter((name) => name !== 'subteam_updated');
    emulator.admin.changeUserGroup(HEADS);
    await minute(world);
    const max = emulator.as(MAX);
    await max.command('/tango', 'managers');
    await max.submit(max.topModal()!, { managersGroups: ['S_HEADS'], managers: [] });
    await minute(world);
    emulator.admin.changeUserGroup({ ...HEADS, users: [ANA] });
    await emulator.settled();
    await minute(world);
    expect(await managers(world)).toBe(`<@${ANA}>`);
  });

  it('a group that is disabled puts nobody into office, which is told once, and a group without members is not taken', async () => {
    const world = await startWorld();
    const { emulator } = world;
    emulator.admin.changeUserGroup(HEADS);
    emulator.admin.changeUserGroup({ ...HEADS, id: 'S_NONE', handle: 'none', users: [] });
    await minute(world);
    const max = emulator.as(MAX);
    await max.command('/tango', 'managers');
    const refused = await max.submit(max.topModal()!, { managersGroups: ['S_NONE'] });
    expect(refused).toMatchObject({ errors: { managersGroups: 'Nobody in @none may act here.' } });
    await max.submit(max.topModal()!, { managersGroups: ['S_HEADS'], managers: [MAX] });
    await minute(world);
    emulator.admin.changeUserGroup({ ...HEADS, isDisabled: true });
    await emulator.settled();
    for (let n = 0; n < 3; n += 1) await minute(world);
    expect(await managers(world)).toBe(`<@${MAX}>`);
    const said = told(world, MAX).filter((text) => text.includes('The user group @heads'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('is disabled or gone');
  });
});

/** As somebody who is none of them reads it. */
async function managers({ emulator }: World): Promise<string | undefined> {
  const mia = emulator.as(MIA);
  await mia.command('/tango', 'settings');
  return /Managers change this: (.*)\./.exec(textOf(mia.topModal()!))?.[1];
}

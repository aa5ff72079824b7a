import { describe, expect, it } from 'vitest';
import { editRejectReasons } from '../../src/usecases/reject-reason/edit-reject-reasons.ts';
import { changeSettings } from '../../src/usecases/team/change-settings.ts';
import { cardsOf } from '../support/cards.ts';
import { buttonsOf, readOf, textOf } from '../support/messages.ts';
import { officesOf } from '../support/offices.ts';
import { ANA, MAX, MIA, SCORECARD } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

async function openSettings(world: World, person: string) {
  const hands = world.emulator.as(person);
  await hands.command('/tango', 'settings');
  await hands.openModal();
  return hands;
}

const menuOf = (hands: Awaited<ReturnType<typeof openSettings>>) => readOf(hands.topModal()!);

/** The modal below one that was saved is drawn again after Slack has its answer. */
async function shows(world: World, hands: Awaited<ReturnType<typeof openSettings>>, text: string) {
  await world.emulator.waitFor(() => menuOf(hands).includes(text), { what: `the modal shows "${text}"` });
}

for (const mode of ['socket', 'http'] as const) {
  it(`Max changes a promise in Slack: the menu, the log and the next nag follow, over ${mode}`, async () => {
    const world = await startWorld({ mode });
    await world.post('/api/leads', { source: 'Webinar', name: 'Dana Whitfield', priority: 'hot' });
    await world.settle();
    const max = await openSettings(world, MAX);
    expect(menuOf(max)).toContain('Claim, hot: within 15 working minutes');
    await max.clickInView(max.topModal()!, 'Change', { value: 'promises' });
    const promises = max.topModal()!;
    expect(await max.submit(promises, { claim_hot: 'soon', contact_hot: '3 h' })).toMatchObject({
      result: 'errors',
      errors: { claim_hot: expect.stringContaining('15 min, 2 h or 5 days') },
    });
    expect(await max.submit(promises, { claim_hot: '30 min', contact_hot: '3 h' })).toEqual({
      result: 'closed',
    });
    await shows(world, max, 'Claim, hot: within 30 working minutes');
    await max.clickInView(max.topModal()!, 'Look');
    expect(menuOf(max)).toContain('within 15 working minutes → within 30 working minutes');

    // What was promised before is due as it was; what comes from now on has the new time.
    world.clock.move(16 * 60_000);
    await world.bot.jobs.runOnce();
    await world.settle();
    expect(cardsOf(world.emulator)).toHaveLength(2);
    await world.post('/api/leads', { source: 'Webinar', name: 'Rui Castelo', priority: 'hot' });
    await world.settle();
    for (let quarter = 0; quarter < 2; quarter++) {
      expect(cardsOf(world.emulator)).toHaveLength(3);
      world.clock.move(16 * 60_000);
      await world.bot.jobs.runOnce();
      await world.settle();
    }
    expect(cardsOf(world.emulator)).toHaveLength(4);
  });
}

describe('the settings', () => {
  it('are open to everybody and changed by managers: Ana sees them without a button', async () => {
    const world = await startWorld();
    const ana = await openSettings(world, ANA);
    expect(menuOf(ana)).toContain(`Managers change this: <@${MAX}>.`);
    expect(buttonsOf(ana.topModal()!)).toEqual(['Open', 'Look']);
  });

  it('are whose turn it is: somebody who is no manager any more is told so, and keeps what was typed', async () => {
    const world = await startWorld();
    const max = await openSettings(world, MAX);
    await max.clickInView(max.topModal()!, 'Change', { value: 'contact' });
    await changeSettings(world.bot.ctx, { person: MAX, change: () => ({ offices: officesOf([MIA]) }) });
    const late = await max.submit(max.topModal()!, { contactShownTo: 'owner' });
    expect(late).toMatchObject({ result: 'updated' });
    expect(menuOf(max)).toContain(`Only managers change this. Please ask <@${MIA}>.`);
  });
});

it('a reject reason that Max adds is in the modal of the next click, in its place, and one he retires is not', async () => {
  const world = await startWorld();
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana Whitfield' });
  await world.settle();
  const max = await openSettings(world, MAX);
  await max.clickInView(max.topModal()!, 'settings_reasons');
  await max.clickInView(max.topModal()!, 'Add a reason');
  const form = { label: 'Too far away', outcome: 'rests', impliesContact: ['yes'], whoActs: 'targeting' };
  const added = max.topModal()!;
  expect(await max.submit(added, form)).toMatchObject({
    result: 'errors',
    errors: { days: expect.stringContaining('1 to 1095') },
  });
  expect(await max.submit(added, { ...form, days: '60' })).toEqual({ result: 'closed' });
  await shows(world, max, 'Too far away');
  const list = () => max.topModal()!;
  const menuOfReason = (code: string) => {
    const block = list().blocks.find((each) => JSON.stringify(each).includes(`retire:${code}`));
    return String(block?.block_id);
  };
  const choose = (code: string, option: string) =>
    max.clickInView(list(), 'reason_menu', { blockId: menuOfReason(code), option });
  await choose('too_far_away', 'Move up');
  await choose('spam', 'Retire');

  const ana = world.emulator.as(ANA);
  await ana.click(cardsOf(world.emulator)[0]!, 'Reject');
  const reject = await ana.openModal();
  const offered = (reject.blocks as { element?: { options?: { text: { text: string } }[] } }[])
    .flatMap((block) => block.element?.options ?? [])
    .map((option) => option.text.text);
  expect(offered.slice(-2)).toEqual(['Too far away', 'Other']);
  expect(offered).not.toContain('Spam, test, job seeker or vendor');
  await ana.submit(reject, { reason: 'too_far_away' });
  await world.settle();
  expect(textOf(cardsOf(world.emulator)[0]!)).toContain('Too far away');
});

describe('what lies below a modal', () => {
  async function openReasons() {
    const world = await startWorld();
    const max = await openSettings(world, MAX);
    const menu = max.topModal()!;
    await max.clickInView(menu, 'settings_reasons');
    return { world, max, menu, ctx: world.bot.ctx };
  }

  it('shows what holds by then, down to the first one: three lie on each other while a second manager is at work', async () => {
    const { world, max, ctx, menu } = await openReasons();
    const change = (contactShownTo: 'owner' | 'channel') =>
      changeSettings(ctx, { person: MAX, change: () => ({ contactShownTo }) });
    await change('owner');
    await max.clickInView(max.topModal()!, 'Add a reason');
    await world.emulator.waitFor(() => readOf(menu).includes('Shown to the owner only'));
    await change('channel');
    const reason = { label: 'Too far away', outcome: 'rests', days: '60', whoActs: 'targeting' };
    await max.submit(max.topModal()!, reason);
    await shows(world, max, 'Too far away');
    await max.close(max.topModal()!);
    await shows(world, max, 'Shown to the whole channel');
  });

  it('is a list in which a click was refused: it says so on top, and then shows why', async () => {
    const { world, max, ctx } = await openReasons();
    const block = max.topModal()!.blocks.find((each) => JSON.stringify(each).includes('up:spam'));
    await editRejectReasons(ctx, { person: MAX, edit: { kind: 'retire', code: 'spam' } });
    const chosen = { blockId: String(block?.block_id), option: 'Move up' };
    await max.clickInView(max.topModal()!, 'reason_menu', chosen);
    expect(menuOf(max)).toContain('not in the list');
    await max.close(max.topModal()!);
    await shows(world, max, 'Leads that were rejected by a retired reason keep it.');
  });
});

it('a definition counts once Mia and Max have signed, and the next lead is qualified by it', async () => {
  const world = await startWorld();
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana Whitfield' });
  await world.settle();
  const ana = world.emulator.as(ANA);
  await ana.click(cardsOf(world.emulator)[0]!, 'Qualify');
  const early = await ana.openModal();

  const mia = await openSettings(world, MIA);
  expect(buttonsOf(mia.topModal()!)).toEqual(['Propose', 'Open', 'Look']);
  await mia.clickInView(mia.topModal()!, 'Propose');
  const modal = mia.topModal()!;
  expect(await mia.submit(modal, { criteria: '* Five properties', sales: MIA })).toMatchObject({
    result: 'errors',
    errors: { sales: 'This person is a marketer and cannot sign for sales.' },
  });
  const criteria = '* Five properties or more\n* Has a need we solve\nBudget is set';
  expect(await mia.submit(modal, { criteria, sales: MAX })).toEqual({ result: 'closed' });
  await shows(world, mia, 'Version 2 is proposed and waits for signatures');
  await world.settle();
  const post = () =>
    world.emulator.workspace.messages
      .in(SCORECARD)
      .filter(({ onlyFor }) => onlyFor === undefined)
      .at(-1)!;
  expect(textOf(post())).toContain(`For sales: waits for <@${MAX}>`);

  await mia.click(post(), 'Sign');
  await mia.click(post(), 'Sign');
  expect(mia.ephemerals(SCORECARD)).toEqual([]);
  world.clock.move(3 * 60_000);
  await mia.click(post(), 'Sign');
  expect(mia.ephemerals(SCORECARD).at(-1)?.text).toContain('You have signed already.');
  await ana.click(post(), 'Sign');
  expect(ana.ephemerals(SCORECARD).at(-1)?.text).toContain(`<@${MAX}> was asked to sign for sales.`);
  await world.emulator.as(MAX).click(post(), 'Sign');
  await world.settle();
  expect(textOf(post())).toContain('Counts since');
  expect(buttonsOf(post())).toEqual([]);

  const ticked = { criteria: ['fits', 'need', 'decides'], note: 'Board decides in May.' };
  expect(await ana.submit(early, ticked)).toMatchObject({ result: 'updated' });
  const redrawn = await ana.openModal();
  expect(readOf(redrawn)).toContain('A new definition of “qualified” has been signed meanwhile.');
  expect(readOf(redrawn)).toContain('Five properties or more');
  expect(await ana.submit(redrawn, { criteria: ['five_properties_or_more', 'need'] })).toEqual({
    result: 'closed',
  });
  const { lead } = await world.bot.ctx.db.transaction(async (tx) => ({
    lead: await tx.sql.selectFrom('lead').select('qualification').executeTakeFirstOrThrow(),
  }));
  expect(JSON.parse(lead.qualification!)).toMatchObject({ definitionVersion: 2, missed: ['budget_is_set'] });
});

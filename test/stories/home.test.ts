import { expect, it } from 'vitest';
import type { View } from '../../emulator/workspace/views.ts';
import { claimLead, releaseLead } from '../../src/usecases/lead/claim-lead.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MAX, MIA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const HOUR = 3_600_000;
const DANA = { source: 'Webinar', campaign: 'Hotels Q4', name: 'Dana Whitfield', company: 'Harbour Hotels' };

/** As the person sees it a moment after they came. */
async function visit(world: World, person: string) {
  const heard = new Promise<void>((resolve) => {
    const end = world.bot.ctx.db.listen('outbox', () => {
      end();
      resolve();
    });
  });
  world.emulator.as(person).openHome();
  // Slack has its acknowledgement of an event before the bot begins.
  await heard;
  await world.settle();
  return homeOf(world, person);
}

function homeOf(world: World, person: string) {
  const home = world.emulator.as(person).home();
  if (!home) throw new Error(`${person} has no Home`);
  return home;
}

it('Ana works off at home what is due, and the Home follows each of her clicks', async () => {
  const world = await startWorld();
  await world.post('/api/leads', DANA);
  await world.settle();
  const ana = world.emulator.as(ANA);
  expect(textOf(await visit(world, MIA))).toContain(
    `Nothing waits for you right now.\nCampaigns this week\n• *Hotels Q4*: 1 lead`,
  );
  const before = await visit(world, ANA);
  expect(textOf(before)).toMatch(/Waiting to be claimed \(1\)\n\*Dana Whitfield.*\nDue <!date.*\|Open>/);
  expect(buttonsOf(before)).toEqual(['Claim']);

  await ana.click(world.emulator.workspace.messages.in(LEADS)[0]!, 'Claim');
  await world.settle();
  expect(textOf(homeOf(world, ANA))).toContain('Today (1)');

  world.clock.move(5 * HOUR);
  const due = await visit(world, ANA);
  expect(textOf(due)).toContain('Due now (1)');
  expect(textOf(due)).toMatch(
    /\*Dana Whitfield\*.*\*Harbour Hotels\*\nWaits for a first contact · was due <!date/,
  );
  expect(buttonsOf(due)).toEqual(['Contacted', 'Qualify', 'Reject']);

  await ana.clickInView(due, 'Contacted');
  await world.settle();
  const after = homeOf(world, ANA);
  expect(textOf(after)).toContain('Waiting for a verdict (1)');
  expect(textOf(after)).not.toContain('Due now');
  expect(buttonsOf(after)).toEqual(['Qualify', 'Reject']);
});

it('a click at home on what somebody else has moved is told so, and the Home is drawn again', async () => {
  const world = await startWorld();
  await world.post('/api/leads', DANA);
  await world.settle();
  await world.emulator.as(ANA).click(world.emulator.workspace.messages.in(LEADS)[0]!, 'Claim');
  const before = await visit(world, ANA);
  // Her other device shows it as it was: the release has not been drawn yet.
  await world.emulator
    .as(MAX)
    .choose(world.emulator.workspace.messages.in(LEADS)[0]!, 'lead_menu', 'Release to the channel');
  await world.emulator.as(ANA).clickInView(before, 'Contacted');
  const notice = await world.emulator.as(ANA).openModal('notice');
  expect(textOf(notice)).toContain('not');
  await world.settle();
  expect(textOf(homeOf(world, ANA))).toContain('Waiting to be claimed (1)');
});

it('Max sees at home what is past its promise and whose it is, and how the week goes', async () => {
  const world = await startWorld();
  await world.post('/api/leads', [DANA, { ...DANA, name: 'Erik Berg', company: 'Pier Inns' }]);
  await world.settle();
  await world.emulator.as(BEN).click(world.emulator.workspace.messages.in(LEADS)[0]!, 'Claim');
  await world.settle();
  world.clock.move(6 * HOUR);
  const home = await visit(world, MAX);
  const text = textOf(home);
  expect(text).toContain('Past their promise (2)');
  expect(text).toContain('• *1* waits to be claimed');
  expect(text).toContain(`• *1* waits for a first contact (<@${BEN}>)`);
  expect(text).toMatch(
    /\*Week 47 \(16–22 Nov\)\* so far: 2 leads, 0 qualified, 0 won\n1 of them not claimed yet/,
  );
  expect(buttonsOf(home)).toContain('Settings');

  await world.emulator.as(BEN).click(world.emulator.workspace.messages.in(LEADS)[0]!, 'Contacted');
  await world.settle();
  expect(textOf(homeOf(world, MAX))).toContain('Past their promise (1)');
});

it('Mia mends at home what came back to marketing', async () => {
  const world = await startWorld();
  await world.post('/api/leads', { ...DANA, email: 'dana@harbour' });
  await world.settle();
  await visit(world, MIA);
  const ben = world.emulator.as(BEN);
  await ben.click(world.emulator.workspace.messages.in(LEADS)[0]!, 'Reject');
  await ben.submit(await ben.openModal('lead_reject_modal'), { reason: 'Bad contact data' });
  await world.settle();
  const home = homeOf(world, MIA);
  expect(textOf(home)).toContain('Waiting to be mended (1)');
  expect(textOf(home)).toContain('• *Hotels Q4*: 1 lead, 0 qualified, 1 rejected');
  const mia = world.emulator.as(MIA);
  await mia.clickInView(home, 'Mend');
  await mia.submit(await mia.openModal('lead_mend_modal'), { email: 'dana@harbour.example' });
  await world.settle();
  expect(textOf(homeOf(world, MIA))).toContain('Nothing waits for you right now.');
});

it('Max gives a lead that waits to somebody from his Home, and from the list behind it, which stays open', async () => {
  const world = await startWorld();
  const leads = Array.from({ length: 12 }, (_, n) => ({
    ...DANA,
    name: `Dana Number ${n}`,
    externalId: `x${n}`,
  }));
  await world.post('/api/leads', leads);
  await world.settle();
  world.clock.move(6 * HOUR);
  const home = await visit(world, MAX);
  expect(textOf(home)).toContain('Past their promise (12)');
  const max = world.emulator.as(MAX);
  await max.clickInView(home, 'Assign…');
  await max.submit(await max.openModal('lead_assign_modal'), { person: BEN });
  await world.settle();
  expect(textOf(homeOf(world, MAX))).toContain('Past their promise (11)');

  await max.clickInView(homeOf(world, MAX), 'and 6 more');
  const list = await max.openModal('home_list_modal');
  expect(textOf(list)).toContain('1 to 10 of 11');
  await max.clickInView(list, 'More');
  expect(textOf(await max.openModal('home_list_modal'))).toContain('11 to 11 of 11');
  await max.clickInView(await max.openModal('home_list_modal'), 'Assign…');
  await max.submit(await max.openModal('lead_assign_modal'), { person: BEN });
  expect(max.topModal()?.callbackId).toBe('home_list_modal');
  await world.settle();
  expect(textOf(max.topModal()!)).not.toContain('of 11');
  expect(textOf(homeOf(world, MAX))).toContain('Past their promise (10)');
});

it('Mia reads from her Home why sales rejected what came in', async () => {
  const world = await startWorld();
  await world.post('/api/leads', DANA);
  await world.settle();
  const ben = world.emulator.as(BEN);
  await ben.click(world.emulator.workspace.messages.in(LEADS)[0]!, 'Reject');
  const modal = await ben.openModal('lead_reject_modal');
  await ben.submit(modal, { reason: 'Not our market: region, segment or size', note: 'Two rooms only.' });
  await world.settle();
  const home = await visit(world, MIA);
  expect(textOf(home)).toContain('*1* lead was rejected within the last seven days');
  const mia = world.emulator.as(MIA);
  await mia.clickInView(home, 'All 1');
  expect(textOf(await mia.openModal('home_list_modal'))).toContain('> Two rooms only.');
});

/** Leads of Ana, so many that her list has a page of its own for the last. */
async function elevenOfAna(world: World): Promise<void> {
  const leads = Array.from({ length: 11 }, (_, n) => ({ ...DANA, name: `Dana ${n}`, externalId: `y${n}` }));
  await world.post('/api/leads', leads);
  await world.settle();
  for (const { id } of await allLeads(world)) await claimLead(world.bot.ctx, { leadId: id, person: ANA });
  await world.settle();
}

async function lastPage(world: World) {
  const ana = world.emulator.as(ANA);
  const [more = ''] = /and \d+ more/.exec(JSON.stringify(await visit(world, ANA))) ?? [];
  await ana.clickInView(homeOf(world, ANA), more);
  await ana.clickInView(await ana.openModal('home_list_modal'), 'More');
  expect(textOf(await ana.openModal('home_list_modal'))).toContain('11 to 11 of 11');
  return ana;
}

const rows = (view: View | undefined) => textOf(view!).match(/\*Dana \d+\*/g)?.length;

it('what is done in a list is gone from it', async () => {
  const world = await startWorld();
  await elevenOfAna(world);
  const ana = await lastPage(world);
  await ana.clickInView(ana.topModal()!, 'lead_menu', { option: 'Release to the channel' });
  await world.settle();
  expect(rows(ana.topModal())).toBe(10);
  expect(textOf(ana.topModal()!)).not.toContain('of 11');
});

it('what is done in a form on top of a list is gone from it as well, and so is what somebody else was faster with', async () => {
  const world = await startWorld();
  await elevenOfAna(world);
  const ana = await lastPage(world);
  await ana.clickInView(ana.topModal()!, 'lead_menu', { option: 'Hand over…' });
  const form = await ana.openModal('lead_hand_over_modal');
  const [lead] = (await allLeads(world)).filter(({ id }) => form.privateMetadata.startsWith(id));
  await releaseLead(world.bot.ctx, { leadId: lead!.id, person: MAX });
  expect(await ana.submit(form, { person: BEN })).toMatchObject({ result: 'updated' });
  await ana.close(form);
  await world.settle();
  expect(rows(ana.topModal())).toBe(10);

  await claimLead(world.bot.ctx, { leadId: lead!.id, person: ANA });
  await ana.close(ana.topModal()!);
  const again = await lastPage(world);
  await again.clickInView(again.topModal()!, 'lead_menu', { option: 'Hand over…' });
  expect(await again.submit(await again.openModal('lead_hand_over_modal'), { person: BEN })).toMatchObject({
    result: 'closed',
  });
  await world.settle();
  expect(rows(again.topModal())).toBe(10);
});

function allLeads(world: World) {
  return world.bot.ctx.db.transaction((tx) => tx.sql.selectFrom('lead').select('id').execute());
}

import { expect, it } from 'vitest';
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
  expect(textOf(await visit(world, ANA))).toContain(
    `Nothing waits for you right now.\nOne lead waits to be claimed`,
  );

  await ana.click(world.emulator.workspace.messages.in(LEADS)[0]!, 'Claim');
  await world.settle();
  expect(textOf(homeOf(world, ANA))).toContain('Today (1)');

  world.clock.move(5 * HOUR);
  const due = await visit(world, ANA);
  expect(textOf(due)).toContain('Due now (1)');
  expect(textOf(due)).toMatch(/\*Dana Whitfield\*.*\*Harbour Hotels\*\nFirst contact <!date.*was due/);
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
  expect(textOf(homeOf(world, ANA))).toContain('Nothing waits for you right now.');
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
  expect(text).toContain('• *1* unclaimed (Webinar)');
  expect(text).toContain(`• *1* without a first contact (<@${BEN}>)`);
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
  expect(textOf(home)).toContain('Returned to mend (1)');
  expect(textOf(home)).toContain('• *Hotels Q4*: 1 lead, 0 qualified, 1 rejected');
  const mia = world.emulator.as(MIA);
  await mia.clickInView(home, 'Mend');
  await mia.submit(await mia.openModal('lead_mend_modal'), { email: 'dana@harbour.example' });
  await world.settle();
  expect(textOf(homeOf(world, MIA))).toContain('Nothing waits for you right now.');
});

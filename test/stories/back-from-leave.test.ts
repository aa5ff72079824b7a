import { expect, it } from 'vitest';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import { HOUR } from '../../src/domain/time/duration.ts';
import { askField } from '../../src/usecases/insight/ask-field.ts';
import { handOverLead } from '../../src/usecases/lead/assign-lead.ts';
import { setOwnTime } from '../../src/usecases/team/set-own-time.ts';
import { textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MIA } from '../support/people.ts';
import { sampleAsking } from '../support/sample-insight.ts';
import { startWorld } from '../support/world.ts';

it('Ben is back from leave: what waits for him has its links, a request as well, and the message is edited as he works it off', async () => {
  const world = await startWorld();
  const { emulator, bot, clock } = world;
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana Whitfield' });
  await world.settle();
  const ben = emulator.as(BEN);
  const [card] = emulator.workspace.messages.in(LEADS);
  await ben.click(card!, 'Claim');
  await world.settle();
  await ben.click(card!, 'Contacted');
  const asking = { ...sampleAsking(), people: [BEN], dueDate: '2026-12-18' };
  await askField(bot.ctx, { submission: 'VASK', person: MIA, asking });
  const leave = { from: '2026-11-19', to: '2026-11-19' };
  await setOwnTime(bot.ctx, { by: BEN, of: { id: BEN }, change: { kind: 'leave', leave } });
  await world.settle();

  const told = () =>
    ben
      .directMessage()
      .messages.map(textOf)
      .find((text) => text.includes('away')) ?? '';
  for (let hour = 0; hour < 120 && told() === ''; hour++) {
    clock.move(HOUR);
    await bot.jobs.runOnce();
    await world.settle();
  }
  expect(told()).toContain('You were away: 2 things wait for you.');
  expect(told().match(/\|Open>/g)).toHaveLength(2);

  const { id: leadId } = (await bot.ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').select('id').executeTakeFirstOrThrow(),
  )) as { id: LeadId };
  await handOverLead(bot.ctx, { leadId, person: BEN, to: ANA, note: null });
  await world.settle();
  expect(told()).toContain('You were away: 1 thing waits for you.');
  expect(told()).not.toContain('Dana Whitfield');
});

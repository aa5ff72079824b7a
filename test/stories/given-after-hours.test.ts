/** Ana, who works in Lisbon, gives Ben in Berlin a lead after his day is over: he reads of it when his next one begins. */
import { expect, it } from 'vitest';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { outboxState } from '../../src/usecases/outbox/outbox-state.ts';
import { readOf, textOf } from '../support/messages.ts';
import { ANA, BEN } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

for (const mode of ['socket', 'http'] as const)
  it(`and the form says so, and the card says at once whose it is, over ${mode}`, async () => {
    const world = await startWorld({ mode, firstStart: { timezone: 'Europe/Berlin' } });
    const { bot, clock, emulator } = world;
    const goTo = (time: string) => clock.move(Date.parse(`${time}+01:00`) - clock.now());
    goTo('2026-11-17T18:40:00');
    await receiveLeads(
      bot.ctx,
      [{ source: 'Webinar', name: 'Dana Whitfield', email: 'dana@harbour.example' }],
      { by: 'api', post: 'all' },
    );
    await world.settle();
    const ana = emulator.as(ANA);
    await ana.choose(emulator.workspace.messages.in('C_LEADS')[0]!, 'lead_menu', 'Assign to…');
    const form = await ana.openModal();
    await ana.clickInView(form, 'To whom?', { option: BEN });
    await emulator.waitFor(() => readOf(ana.topModal()!).includes('They are not at work now.'));
    await ana.submit(ana.topModal()!, { person: BEN, note: 'Yours, I think' });
    await world.settle();
    const dms = () => emulator.as(BEN).directMessage().messages.map(textOf);
    expect(dms()).toEqual([]);
    expect(textOf(emulator.workspace.messages.in('C_LEADS')[0]!)).toContain(`<@${BEN}>`);
    expect((await outboxState(bot.ctx)).oldestWaitMs).toBeNull();

    for (let hour = 0; hour < 14; hour++) {
      clock.move(3_600_000);
      await world.settle();
    }
    expect(dms()).toEqual([]);
    goTo('2026-11-18T09:00:30');
    await world.settle();
    expect(dms()).toEqual([expect.stringContaining('Yours, I think')]);
  });

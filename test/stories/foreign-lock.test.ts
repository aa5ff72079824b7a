import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { cardsOf, threadOf } from '../support/cards.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { lockByOther } from '../support/foreign-lock.ts';
import { buttonsOf } from '../support/messages.ts';
import { ANA, BEN, FIELD, LEADS } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const LOCKED_MS = 4_000;
const FILLED = {
  Source: 'Fair',
  Name: 'Dana Whitfield',
  Company: 'Harbour Hotels',
  'How to reach them': 'dana@harbour.example',
};
const SENTENCE = 'The database cannot be written right now. Please try again in a minute.';

for (const mode of ['http', 'socket'] as const) {
  describe(`another process holds the write lock of the SQLite file for four seconds, over ${mode}`, () => {
    it('health answers meanwhile; a click is left unacknowledged and not done; a lead waits for its turn', {
      timeout: 60_000,
    }, async () => {
      const databaseUrl = await testDatabaseUrl('sqlite');
      const world = await startWorld({ mode, databaseUrl, pace: false });
      await world.post('/api/leads', { source: 'Web', name: 'Dana' });
      await world.settle();

      const release = await lockByOther(databaseUrl);
      const held = { isIt: true };
      const answers = watchHealth(world, held);
      const click = world.emulator.as(ANA).click(cardsOf(world.emulator)[0]!, 'Claim');
      const lead = world.post('/api/leads', { source: 'Web', name: 'Eve' });
      await pause(LOCKED_MS);
      await release();
      held.isIt = false;

      expect(await click).toMatchObject({ acknowledged: false });
      expect((await lead).status).toBe(201);
      const took = (await answers).sort((a, b) => a - b);
      expect(took.length).toBeGreaterThan(20);
      // The slowest few are those of a machine that was busy with other things.
      expect(took[Math.floor(took.length * 0.9)]).toBeLessThan(100);
      await world.settle();
      const [dana] = cardsOf(world.emulator);
      expect([buttonsOf(dana!).includes('Claim'), threadOf(world.emulator, dana!)]).toEqual([true, []]);
      expect(
        world.emulator
          .as(ANA)
          .ephemerals(LEADS)
          .map(({ text }) => text),
      ).toEqual([SENTENCE]);

      expect(await world.emulator.as(BEN).click(dana!, 'Claim')).toMatchObject({ acknowledged: true });
    });
  });
}

/** How long each answer took, ms. */
async function watchHealth({ bot }: World, held: { isIt: boolean }): Promise<number[]> {
  const took: number[] = [];
  while (held.isIt) {
    for (const path of ['/healthz', '/readyz']) {
      const asked = performance.now();
      const { status } = await fetch(bot.url + path);
      took.push(performance.now() - asked);
      if (path === '/healthz') expect(status).toBe(200);
    }
    await pause(50);
  }
  return took;
}

it('a form that cannot be committed in time stays open and says so, with all that was typed', {
  timeout: 60_000,
}, async () => {
  const databaseUrl = await testDatabaseUrl('sqlite');
  const world = await startWorld({ databaseUrl, pace: false });
  const ana = world.emulator.as(ANA);
  await ana.command('/lead', 'Dana Whitfield, dana@harbour.example', { channel: FIELD });
  const modal = await ana.openModal('lead_entry_modal');
  const release = await lockByOther(databaseUrl);
  const submitted = ana.submit(modal, FILLED);
  await pause(LOCKED_MS);
  await release();
  const { errors } = (await submitted) as { errors: Record<string, string> };
  expect(Object.values(errors)).toEqual([SENTENCE]);
  expect(await ana.submit(modal, FILLED)).toMatchObject({ result: 'updated' });
});

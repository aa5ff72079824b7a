import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import { cardsOf } from '../support/cards.ts';
import { DIALECTS, testDatabaseUrl } from '../support/databases.ts';
import { ANA } from '../support/people.ts';
import { envOf, spawnMain } from '../support/spawn-bot.ts';
import { readableLog } from '../support/test-log.ts';
import { seed, startWorld, testConfig } from '../support/world.ts';

const DANA = {
  ...{ source: 'Webinar', externalId: 'whitfield-1', name: 'Dana Whitfield', email: 'dana@harbour.example' },
  ...{
    phone: '+49 30 5550143',
    company: 'Harbour Hotels',
    message: 'Call Dana',
    fields: { Seats: 'harbour' },
  },
};

for (const dialect of DIALECTS) {
  describe(`Everything goes wrong for Dana's lead, on ${dialect}`, () => {
    it('and the log tells what and where, and nothing of Dana', async () => {
      const readable = readableLog();
      const world = await startWorld({ mode: 'http', dialect, start: { log: readable.log } });
      await world.post('/api/leads', DANA);
      world.emulator.faults.next('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
      await world.settle();
      const [card] = cardsOf(world.emulator);

      await world.bot.ctx.db.transaction((tx) => sql`alter table lead_event rename to lost`.execute(tx.sql));
      await world.emulator.as(ANA).click(card!, 'Claim');
      const refused = await world.post('/api/leads', { ...DANA, externalId: 'whitfield-2' });
      expect(refused.status).toBe(500);
      const { reference } = (await refused.json()) as { reference: string };
      await world.bot.ctx.db.transaction((tx) => sql`alter table lost rename to lead_event`.execute(tx.sql));

      expect(readable.text()).not.toMatch(/dana|whitfield|harbour|5550143|xoxb/i);
      expect(readable.lines()).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({ msg: 'Outbox row not sent', failure: 'content: invalid_blocks' }),
          expect.objectContaining({ msg: 'a listener failed', where: 'lead_claim', err: BROKEN[dialect] }),
          expect.objectContaining({ reference, method: 'POST', route: '/leads', err: BROKEN[dialect] }),
        ]),
      );
      expect(readable.lines().filter((line) => 'dropped' in line)).toEqual([]);
    });
  });
}

const BROKEN = {
  sqlite: expect.objectContaining({ code: 'SQLITE_ERROR' }),
  postgres: expect.objectContaining({ code: '42P01' }),
};

it('A defect that nobody catches ends the bot, and what it quotes is not printed', async () => {
  const emulator = await startEmulator({ mode: 'http', workspace: seed() });
  onTestFinished(() => emulator.stop());
  const config = testConfig(emulator, 'http', await testDatabaseUrl('sqlite'));
  const defect = 'process.once("SIGUSR2", () => { throw new RangeError("dana@harbour.example"); })';
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(defect)}`;
  const bot = spawnMain({ ...envOf(config), NODE_OPTIONS });
  expect(await bot.url).not.toBeNull();
  const line = bot.logged(/.*a defect ended Tango.*/);
  bot.signal('SIGUSR2');
  expect(await bot.exit).toEqual({ code: 1, signal: null });
  expect((await line)[0]).toContain('"err":{"name":"RangeError"');
  expect((await line)[0] + bot.complaints()).not.toContain('dana');
});

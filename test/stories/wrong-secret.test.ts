/** shared/cases/37-wrong-secret: the form still signs with last year's secret. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_WEBHOOKS } from '../../src/intake/webhooks/settings.ts';
import { sharedCase } from '../support/csv.ts';
import { textOf } from '../support/messages.ts';
import { ANA, MAX } from '../support/people.ts';
import { readableLog } from '../support/test-log.ts';
import { sign } from '../support/webhooks.ts';
import { startWorld, type World } from '../support/world.ts';

const FORM = sharedCase('37-wrong-secret/typeform.json');
const BODY = FORM
  ? readFileSync(FORM, 'utf8')
  : '{"event_type":"form_response","form_response":{"token":"t-N"}}';
const DAY = 86_400_000;

for (const dialect of ['sqlite', 'postgres'] as const)
  describe(`a form signs with the old secret, on ${dialect}`, () => {
    it('and the log says so once, the managers are told once a day with the counts, until a delivery is taken', async () => {
      const { log, lines } = readableLog();
      const world = await startWorld({
        mode: 'http',
        dialect,
        start: { log },
        webhooks: { ...NO_WEBHOOKS, secrets: { TYPEFORM_SECRET: 'the-new-one' } },
      });
      await world.bot.jobs.runOnce();
      await world.settle();
      for (let n = 1; n <= 20; n++) expect(await deliver(world, n)).toBe(401);
      await minutePasses(world);
      await minutePasses(world);
      expect(lines().filter(({ door }) => door === 'typeform')).toMatchObject([
        { level: 40, code: 'wrong_secret', variable: 'TYPEFORM_SECRET' },
      ]);
      expect(toManager(world)).toEqual([
        expect.stringMatching(/Typeform are refused: 20 requests since 2026-11-17/),
      ]);
      expect(world.emulator.as(ANA).directMessage().messages).toEqual([]);
      const metrics = await (await fetch(`${world.bot.url}/metrics`)).text();
      expect(metrics).toContain('tango_requests_refused_total{door="typeform",reason="wrong_secret"} 20\n');

      world.clock.move(DAY);
      for (let n = 21; n <= 25; n++) await deliver(world, n);
      await minutePasses(world);
      expect(toManager(world)).toHaveLength(2);
      expect(toManager(world)[1]).toMatch(/25 requests since 2026-11-17/);

      world.clock.move(DAY);
      expect(await deliver(world, 26, 'the-new-one')).toBe(200);
      expect(await deliver(world, 27)).toBe(401);
      await minutePasses(world);
      expect(toManager(world)).toHaveLength(2);
    });
  });

it('what was counted in the last minute is kept when Tango stops', async () => {
  const world = await startWorld({
    mode: 'http',
    webhooks: { ...NO_WEBHOOKS, secrets: { TYPEFORM_SECRET: 'the-new-one' } },
  });
  await deliver(world, 1);
  let kept: unknown[] = [];
  const close = world.bot.ctx.db.close.bind(world.bot.ctx.db);
  world.bot.ctx.db.close = async () => {
    kept = await world.bot.ctx.db.transaction((tx) => tx.sql.selectFrom('doorCount').selectAll().execute());
    await close();
  };
  await world.bot.stop();
  expect(kept).toMatchObject([{ door: 'typeform', result: 'wrong_secret', count: 1 }]);
});

async function minutePasses(world: World): Promise<void> {
  world.clock.move(60_000);
  await world.bot.jobs.runOnce();
  await world.settle();
}

function toManager({ emulator }: World): string[] {
  const { messages } = emulator.as(MAX).directMessage();
  return messages.map(textOf).filter((text) => text.includes('Typeform'));
}

async function deliver({ bot }: World, n: number, secret = 'the-old-one'): Promise<number> {
  const body = BODY.replaceAll('-N', `-${n}`).replaceAll('pN@', `p${n}@`);
  const headers = { 'content-type': 'application/json', ...sign('typeform', { body, secret }) };
  return (await fetch(`${bot.url}/intake/typeform`, { method: 'POST', headers, body })).status;
}

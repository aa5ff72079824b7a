import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { MOST_CONNECTIONS } from '../../src/store/dialects.ts';
import { cardsOf } from '../support/cards.ts';
import { meetingOf } from '../support/meeting.ts';
import { startWorld, type World } from '../support/world.ts';

const SECOND = 1_000;

it('a full disk under SQLite: senders are asked to come back, readiness says so, and nothing of it stays', async () => {
  const world = await startWorld({ mode: 'http', pace: false });
  const { db } = world.bot.ctx;
  await world.post('/api/leads', { source: 'Web', name: 'Dana' });
  await world.settle();
  expect(await readiness(world)).toEqual({ status: 200, database: 'ready' });

  await limitPages(db, 1);
  const lead = { source: 'Web', name: 'Eve', message: 'x'.repeat(4_000) };
  // What is free within the file's own pages is used up first.
  let [refused, taken] = [await world.post('/api/leads', lead), 1];
  while (refused.status === 201) {
    refused = await world.post('/api/leads', lead);
    taken += 1;
  }
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await readiness(world)).toEqual({ status: 503, database: 'waiting' });

  await limitPages(db, 1_000_000);
  expect((await world.post('/api/leads', lead)).status).toBe(201);
  expect(await readiness(world)).toEqual({ status: 200, database: 'ready' });
  await world.settle();
  expect(cardsOf(world.emulator)).toHaveLength(1 + taken);
});

/** A file may not grow beyond so many pages, or beyond what it has where that is more: what a full disk is to SQLite. */
async function limitPages(db: Database, most: number): Promise<void> {
  await db.transaction((tx) => sql`pragma max_page_count = ${sql.lit(most)}`.execute(tx.sql));
}

/** Each connection is asked by itself: any of them may be taken next. */
const POOLED = MOST_CONNECTIONS;

it('a PostgreSQL that has become read-only', async () => {
  const world = await startWorld({ mode: 'http', dialect: 'postgres', pace: false });
  const { db } = world.bot.ctx;
  expect(await readiness(world)).toEqual({ status: 200, database: 'ready' });
  const turn = async (mode: 'on' | 'off') => {
    const together = meetingOf(POOLED);
    const each = () =>
      db.transaction(async (tx) => {
        await sql`select set_config('default_transaction_read_only', ${mode}, false)`.execute(tx.sql);
        await together();
      });
    await Promise.all(Array.from({ length: POOLED }, each));
  };
  await turn('on');
  const refused = await world.post('/api/leads', { source: 'Web', name: 'Eve' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await readiness(world)).toEqual({ status: 503, database: 'waiting' });
  await turn('off');
  expect(await readiness(world)).toEqual({ status: 200, database: 'ready' });
});

/** As it is said some seconds later: it is not tried again at each question. */
async function readiness({ bot, clock }: World) {
  clock.move(10 * SECOND);
  const answer = await fetch(`${bot.url}/readyz`);
  const { database } = (await answer.json()) as { database: string };
  return { status: answer.status, database };
}

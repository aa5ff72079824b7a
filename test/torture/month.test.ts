/** Time is moved, an hour at a time: a month of leads, claims, nags, digests, scorecards and refreshed sockets. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Held } from '../support/bot-orders.ts';
import { cardsOf } from '../support/cards.ts';
import { buttonsOf } from '../support/messages.ts';
import { SEED, times } from '../support/proof.ts';
import { connected, INTAKE_TOKEN } from '../support/world.ts';
import { placeFor } from './place.ts';
import { planOf } from './plan.ts';
import { readRecords } from './records.ts';
import { type Stage, setStage } from './stage.ts';
import { REPS } from './workspace.ts';

/** Thirty in the long form. */
const DAYS = times(3);
const isLong = DAYS > 3;
const HOUR = 3_600_000;
const DAY_HOURS = 24;
/** In days. A day takes seconds here, and connections that break off so soon one after the other are tried ever more slowly. */
const REFRESHED_EVERY = 5;
const LEADS_AN_HOUR = 2;
const OPENING_HOURS = [9, 10, 11, 14, 15, 16];
/** What the first days fill: code that is compiled, statements that are kept, a pool of connections. */
const WARM = Math.ceil(DAYS / 3);

const MIB = 1024 * 1024;
/** SQLite writes its log back at 1,000 pages, which is 4 MiB. */
const MOST_LOG_BYTES = 8 * MIB;
const MOST_GROWTH_BYTES = 12 * MIB;
const MOST_MORE_HANDLES = 6;

it(`after ${DAYS} days memory, handles and SQLite's log are what they were`, {
  timeout: times(240_000),
}, async () => {
  const stage = await staged();
  const held: Held[] = [];
  const logs: number[] = [];
  for (let day = 0; day < DAYS; day++) {
    await live(stage, day);
    await untilSent(stage);
    held.push(await stage.bots.measure(0));
    logs.push(statSync(join(stage.folder, 'tango.db-wal')).size);
    if (day % REFRESHED_EVERY === 0) stage.emulator.faults.sockets.disconnect('refresh_requested');
  }
  const [warm, last] = [held[WARM - 1], held.at(-1)];
  const said = held.map(({ heapBytes, handles }, day) => {
    const log = ((logs[day] ?? 0) / MIB).toFixed(1);
    return `day ${day + 1}: ${(heapBytes / MIB).toFixed(1)} MiB, ${handles} handles, log ${log} MiB`;
  });
  if (isLong) console.log(said.join('\n'));
  expect((last?.heapBytes ?? 0) - (warm?.heapBytes ?? 0), said.join('\n')).toBeLessThan(MOST_GROWTH_BYTES);
  expect((last?.handles ?? 0) - (warm?.handles ?? 0), said.join('\n')).toBeLessThanOrEqual(MOST_MORE_HANDLES);
  expect(Math.max(...logs), said.join('\n')).toBeLessThan(MOST_LOG_BYTES);
  expect(stage.bots.ended).toEqual([]);
});

async function staged(): Promise<Stage> {
  const plan = planOf(SEED, { mode: 'socket', database: 'sqlite', faults: 0 });
  const place = await placeFor(plan, '');
  const stage = await setStage(plan, place);
  onTestFinished(async () => {
    await stage.close();
    await place.clear();
  });
  await stage.bots.ready();
  return stage;
}

async function live(stage: Stage, day: number): Promise<void> {
  await connected(stage.emulator, 'socket');
  for (let hour = 0; hour < DAY_HOURS; hour++) {
    await stage.bots.setClock((day * DAY_HOURS + hour) * HOUR);
    await stage.bots.tell(0, { order: 'jobs' });
    if (OPENING_HOURS.includes(hour)) await work(stage);
  }
}

async function work({ front, emulator }: Stage): Promise<void> {
  for (let n = 0; n < LEADS_AN_HOUR; n++) {
    const answer = await fetch(`${front.url}/api/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ source: 'Webinar', name: 'Somebody new' }),
    });
    expect(answer.status).toBe(201);
  }
  const [card] = cardsOf(emulator).filter((shown) => buttonsOf(shown).includes('Claim'));
  const person = REPS[cardsOf(emulator).length % REPS.length] ?? '';
  if (card) await emulator.as(person).click(card, 'Claim');
  emulator.as(person).openHome();
}

async function untilSent({ emulator, databaseUrl }: Stage): Promise<void> {
  const until = performance.now() + 60_000;
  for (;;) {
    await emulator.settled();
    const { outbox } = await readRecords(emulator, databaseUrl);
    const waiting = outbox.filter(({ status }) => status === 'pending' || status === 'sending');
    if (waiting.length === 0) return;
    if (performance.now() > until) expect(waiting).toEqual([]);
    await pause(100);
  }
}

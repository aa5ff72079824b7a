/**
 * Several processes on one PostgreSQL. In HTTP mode the requests come through the front that stands for a load balancer: what was not taken
 * (a refused connection, or 503) goes to the next replica. Over sockets Slack gives each payload to any one of them.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { Message } from '../../emulator/workspace/messages.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { SCORECARD } from '../support/people.ts';
import { SEED, times } from '../support/proof.ts';
import { INTAKE_TOKEN } from '../support/world.ts';
import { placeFor } from './place.ts';
import { type Plan, planOf } from './plan.ts';
import { ephemeralsFor, readRecords } from './records.ts';
import { type Stage, setStage } from './stage.ts';
import { REPS } from './workspace.ts';

const ALL = [2, 4].flatMap((bots) => (['socket', 'http'] as const).map((mode) => ({ bots, mode })));
/** Each process costs seconds: `npm test` tries two over HTTP. */
const REPLICAS = times(1) > 1 ? ALL : ALL.slice(1, 2);

const RACERS = REPS.slice(0, 4);
/** Few enough for Slack's three seconds on a busy machine. */
const RACES_AT_ONCE = 3;
const MOST_IN_ONE_CALL = 50;

for (const { bots, mode } of REPLICAS) {
  describe(`${bots} replicas over ${mode}`, () => {
    it(`${times(30)} leads and four who claim each, one replica killed half-way: none twice, none silent`, {
      timeout: times(180_000),
    }, async () => {
      const stage = await staged(bots, mode);
      const count = times(30);
      await sendLeads(stage, count);
      const acknowledged = new Map(RACERS.map((person) => [person, 0]));
      const cards = cardsOf(stage.emulator);
      for (let from = 0; from < count; from += RACES_AT_ONCE) {
        const racing = cards.slice(from, from + RACES_AT_ONCE);
        const races = Promise.all(racing.map((card) => race(stage, card, acknowledged)));
        if (from <= count / 2 && count / 2 < from + RACES_AT_ONCE) await stage.bots.kill(0);
        await races;
      }
      await untilSent(stage);

      const { history } = await readRecords(stage.emulator, stage.databaseUrl);
      const winners = history.filter(({ kind }) => kind === 'claimed');
      expect(new Set(winners.map(({ leadId }) => leadId)).size).toBe(winners.length);
      // Of four who pressed, one at least was not given to the one that died.
      expect(winners).toHaveLength(count);
      expect(cardsOf(stage.emulator)).toHaveLength(count);
      expect(cardsOf(stage.emulator).map((card) => threadOf(stage.emulator, card).length)).toEqual(
        Array(count).fill(1),
      );
      for (const person of RACERS) {
        const won = winners.filter(({ actor }) => actor === person).length;
        const told = won + ephemeralsFor(stage.emulator, person);
        expect(told, `what ${person} was told`).toBeGreaterThanOrEqual(acknowledged.get(person) ?? 0);
      }
    });

    it('publish one scorecard on Monday, though each of them wakes for it', {
      timeout: 180_000,
    }, async () => {
      const stage = await staged(bots, mode);
      await sendLeads(stage, 3);
      await stage.bots.setClock(nextMonday() - Date.now());
      await stage.bots.tellAll({ order: 'jobs' });
      await stage.bots.tellAll({ order: 'jobs' });
      await untilSent(stage);
      const heads = stage.emulator.workspace.messages.history(SCORECARD);
      expect(heads).toHaveLength(1);
      const parts = stage.emulator.workspace.messages.replies(SCORECARD, heads[0]!.ts).map(textOf);
      expect(new Set(parts).size).toBe(parts.length);
    });

    it('are restarted one after the other, and no click is lost', { timeout: times(180_000) }, async () => {
      const stage = await staged(bots, mode);
      await sendLeads(stage, times(40));
      let isOver = false;
      const clicking = clickSteadily(stage, () => isOver);
      for (let nth = 0; nth < bots; nth++) {
        await stage.bots.stop(nth);
        stage.bots.restart(nth);
        await stage.bots.up();
        await stage.bots.ready();
      }
      isOver = true;
      const outcomes = await clicking;
      expect(outcomes.length).toBeGreaterThan(bots);
      expect(outcomes.filter((outcome) => outcome !== 'done').join('; ')).toBe('');
      await untilSent(stage);
      const { history } = await readRecords(stage.emulator, stage.databaseUrl);
      expect(history.filter(({ kind }) => kind !== 'received')).toHaveLength(outcomes.length);
    });
  });
}

async function staged(bots: number, mode: Plan['mode']): Promise<Stage> {
  const plan = { ...planOf(SEED, { mode, database: 'postgres', faults: 0 }), bots };
  const place = await placeFor(plan, inject('postgresUrl'));
  const stage = await setStage(plan, place);
  onTestFinished(async () => {
    await stage.close();
    await place.clear();
  });
  await stage.bots.ready();
  return stage;
}

async function sendLeads(stage: Stage, count: number): Promise<void> {
  const leads = Array.from({ length: count }, (_, n) => ({ source: 'Webinar', name: `Lead-${n + 1}` }));
  while (leads.length > 0) {
    const answer = await fetch(`${stage.front.url}/api/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(leads.splice(0, MOST_IN_ONE_CALL)),
    });
    expect(answer.status).toBe(201);
  }
  await stage.emulator.waitFor(() => cardsOf(stage.emulator).length === count, {
    within: 60_000,
    what: 'all cards',
  });
}

/** All of them at the same moment; Slack warns whom it could not serve. */
async function race({ emulator }: Stage, card: Message, acknowledged: Map<string, number>): Promise<void> {
  await Promise.all(
    RACERS.map(async (person) => {
      const outcome = await emulator.as(person).click(card, 'Claim');
      if (outcome.acknowledged) acknowledged.set(person, (acknowledged.get(person) ?? 0) + 1);
    }),
  );
}

/** Five a second, each once: claims, and then the first contact. */
async function clickSteadily({ emulator }: Stage, isOver: () => boolean): Promise<string[]> {
  const clicks: Promise<string>[] = [];
  const clicked = new Set<string>();
  const person = RACERS[0]!;
  while (!isOver()) {
    const next = cardsOf(emulator).flatMap((card) =>
      buttonsOf(card)
        .filter((button) => ['Claim', 'Contacted'].includes(button) && !clicked.has(`${card.ts} ${button}`))
        .map((button) => ({ card, button })),
    )[0];
    if (next) {
      clicked.add(`${next.card.ts} ${next.button}`);
      const click = emulator.as(person).click(next.card, next.button);
      clicks.push(click.then((outcome) => (outcome.acknowledged ? 'done' : outcome.warning)));
    }
    await pause(200);
  }
  return Promise.all(clicks);
}

async function untilSent(stage: Stage): Promise<void> {
  const until = performance.now() + 60_000;
  for (;;) {
    await stage.emulator.settled();
    const { outbox } = await readRecords(stage.emulator, stage.databaseUrl);
    const waiting = outbox.filter(({ status }) => status === 'pending' || status === 'sending');
    if (waiting.length === 0) return;
    if (performance.now() > until) expect(waiting).toEqual([]);
    await pause(200);
  }
}

/** After nine, in the zone of the tests, which is UTC. */
function nextMonday(): number {
  const day = new Date();
  day.setUTCHours(9, 5, 0, 0);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() !== 1);
  return day.getTime();
}

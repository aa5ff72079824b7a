import { describe, expect, it } from 'vitest';
import type { Message } from '../../emulator/workspace/messages.ts';
import { MOST_ITEMS } from '../../src/intake/api/one-or-many.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { DIALECTS } from '../support/databases.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS } from '../support/people.ts';
import { times } from '../support/proof.ts';
import { UNPACED } from '../support/timings.ts';
import { startWorld, type World } from '../support/world.ts';

const RACES = times(200);
/** Races at once: few enough that Slack’s three seconds are not the question on a busy machine. */
const AT_ONCE = 5;

const MODES = { sqlite: 'socket', postgres: 'http' } as const;

for (const dialect of DIALECTS) {
  const mode = MODES[dialect];
  describe(`Ana and Ben click Claim at the same moment, on ${dialect} over ${mode}`, () => {
    it(`${RACES} times: one wins, the other reads privately who it was`, {
      timeout: times(90_000),
    }, async () => {
      const world = await startWorld({ mode, dialect, pace: false, start: { timings: UNPACED } });
      const leads = Array.from({ length: RACES }, (_, n) => ({ source: 'Webinar', name: `Lead ${n}` }));
      while (leads.length > 0) {
        expect((await world.post('/api/leads', leads.splice(0, MOST_ITEMS))).status).toBe(201);
      }
      await world.settle();
      const cards = cardsOf(world.emulator);
      expect(cards).toHaveLength(RACES);

      for (let from = 0; from < RACES; from += AT_ONCE) {
        await Promise.all(cards.slice(from, from + AT_ONCE).map((card, n) => race(world, card, n)));
      }
      await world.settle();

      const winners = cardsOf(world.emulator).map(winnerOf);
      expect(winners.filter((winner) => winner === null)).toEqual([]);
      for (const [person, other] of [
        [ANA, BEN],
        [BEN, ANA],
      ] as const) {
        const lost = winners.filter((winner) => winner === other).length;
        const whispers = world.emulator
          .as(person)
          .ephemerals(LEADS)
          .map(({ text }) => text);
        expect(whispers).toEqual(
          Array(lost).fill(`<@${other}> claimed this 1 second before you. You will get the next one.`),
        );
      }
      const lines = cards.map((card) => threadOf(world.emulator, card).length);
      expect(lines).toEqual(cards.map(() => 1));
    });
  });
}

async function race({ emulator }: World, card: Message, n: number): Promise<void> {
  const people = n % 2 === 0 ? [ANA, BEN] : [BEN, ANA];
  const outcomes = await Promise.all(people.map((person) => emulator.as(person).click(card, 'Claim')));
  for (const outcome of outcomes) expect(outcome).toMatchObject({ acknowledged: true });
}

/** As the card says it; null where it says nothing of the kind. */
function winnerOf(card: Message): string | null {
  expect(buttonsOf(card)[0]).toBe('Contacted');
  return /<@(U_\w+)> claimed this/.exec(textOf(card))?.[1] ?? null;
}

import { expect, it } from 'vitest';
import { unnamed } from '../../../src/domain/team/place.ts';
import { failAllFor } from '../../../src/store/outbox/finish.ts';
import { recordTrouble } from '../../../src/store/outbox/trouble.ts';
import { outboxState, retryFailedMessages } from '../../../src/usecases/outbox/outbox-state.ts';
import { DIALECTS } from '../../support/databases.ts';
import { card, NOON, outboxWorld } from '../../support/outbox-world.ts';

it.each(DIALECTS)(
  'The operator sees what waits and what was given up, and has it tried again, on %s',
  async (dialect) => {
    const world = await outboxWorld(dialect);
    await world.announce(card('dana', 'C_1'), card('eve', 'C_2'));
    await world.db.transaction((tx) => failAllFor(tx, 'C_1', 'channel_not_found'));
    world.clock.moveTo(NOON + 5_000);
    expect(await outboxState(world)).toMatchObject({
      counts: { pending: 1, failed: 1 },
      oldestWaitMs: 5_000,
      troubles: [],
    });
    expect(await retryFailedMessages(world)).toMatchObject({ retried: 1 });
    expect(await outboxState(world)).toMatchObject({ counts: { pending: 2, failed: 0 } });
  },
);

it.each(DIALECTS)(
  'Trying again names what it cannot mend, with what waits for it: a place that refuses, and one without a channel, on %s',
  async (dialect) => {
    const world = await outboxWorld(dialect);
    await world.announce(
      card('dana', 'C_1'),
      card('eve', 'C_1'),
      card('fay', unnamed('leads')),
      card('gil', 'C_2'),
    );
    const troubles = [
      { code: 'destination_refused', target: 'C_1', word: 'is_archived' },
      { code: 'no_channel', place: 'leads', waiting: 1 },
      // Nothing waits there: nobody need hear of it now.
      { code: 'destination_refused', target: 'C_9', word: 'is_archived' },
      { code: 'quota' },
    ] as const;
    await world.db.transaction(async (tx) => {
      for (const [n, facts] of troubles.entries())
        await recordTrouble(tx, { subject: `s:${n}`, code: facts.code, facts, since: NOON, probeAt: NOON });
    });
    expect(await retryFailedMessages(world)).toEqual({
      ...{ retried: 0, fetched: 0 },
      unmended: [
        { facts: troubles[0], waiting: 2 },
        { facts: troubles[1], waiting: 1 },
      ],
    });
  },
);

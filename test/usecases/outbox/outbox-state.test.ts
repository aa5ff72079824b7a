import { expect, it } from 'vitest';
import { failAllFor } from '../../../src/store/outbox/finish.ts';
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

import { expect, it } from 'vitest';
import { recordTrouble, type Trouble } from '../../../src/store/outbox/trouble.ts';
import { forgetOldMessages } from '../../../src/usecases/outbox/forget-old-messages.ts';
import { DIALECTS } from '../../support/databases.ts';
import { card, line, NOON, outboxWorld } from '../../support/outbox-world.ts';

const DAY = 86_400_000;

it.each(DIALECTS)(
  'What was said is kept for a month, cards for ever, and a trouble for a day, on %s',
  async (dialect) => {
    const world = await outboxWorld(dialect);
    await world.announce(card('dana'), line('claimed'));
    await world.drain();
    const trouble: Trouble = {
      subject: 'content:nag',
      code: 'x',
      facts: { code: 'content_refused', message: 'nag', word: 'x' },
      since: NOON,
      probeAt: NOON,
    };
    await world.db.transaction((tx) => recordTrouble(tx, trouble));
    world.clock.moveTo(NOON + 30 * DAY);
    expect(await forgetOldMessages(world)).toBe(0);
    world.clock.moveTo(NOON + 30 * DAY + 1);
    expect(await forgetOldMessages(world)).toBe(1);
    expect(await world.row('lead_card:dana')).toMatchObject({ status: 'sent' });
    expect(await world.db.transaction((tx) => recordTrouble(tx, trouble))).toBe(true);
  },
);

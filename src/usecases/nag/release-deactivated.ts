import { releaseByTango } from '../../domain/lead/back-to-work.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import {
  findDeactivatedToHandle,
  lockLeadsOf,
  recordDeactivationTold,
} from '../../store/team/deactivated.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';
import { recordMove } from '../lead/record-move.ts';

/** The leads of people whose accounts were deactivated go back to the channel, and the managers hear of it once. Returns how many. */
export async function releaseDeactivated(ctx: Context): Promise<number> {
  const gone = await ctx.db.transaction(findDeactivatedToHandle);
  let released = 0;
  for (const person of gone) released += await releaseOf(ctx, person);
  return released;
}

/** All or nothing: the managers hear one number. */
function releaseOf(ctx: Context, person: PersonId): Promise<number> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const settings = await loadSettings(tx);
    const isNews = await recordDeactivationTold(tx, person);
    const { claimed, qualified } = await lockLeadsOf(tx, person);
    for (const lead of claimed) {
      const move = releaseByTango(lead, { why: 'gone', waited: null }, now);
      await recordMove(ctx, tx, { from: lead, move, settings, now });
    }
    const isWorthAWord = claimed.length > 0 || (isNews && qualified > 0);
    for (const manager of isWorthAWord ? settings.managers : []) {
      const ref = [person, claimed.length, qualified, now, manager].join('/');
      const word = { kind: 'person_gone', ref, target: manager } as const;
      await enqueue(tx, word, { id: ctx.newId('outbox'), now });
    }
    return claimed.length;
  });
}

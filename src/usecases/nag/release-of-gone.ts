import { takeBack } from '../../domain/lead/return.ts';
import type { PersonId } from '../../domain/team/people.ts';
import { findGoneToHandle, findLeadsHeldBy, markGoneTold } from '../../store/gone.ts';
import { announce } from '../../store/outbox.ts';
import { loadSettings } from '../../store/settings.ts';
import type { Context } from '../context.ts';
import { recordMove } from '../lead/record-move.ts';

/** The leads of people whose accounts were deactivated go back to the channel, and the managers hear of it once. Returns how many. */
export async function releaseOfGone(ctx: Context): Promise<number> {
  const gone = await ctx.db.transaction(findGoneToHandle);
  let released = 0;
  for (const person of gone) released += await releaseOf(ctx, person);
  return released;
}

/** All or nothing: the managers hear one number. */
function releaseOf(ctx: Context, person: PersonId): Promise<number> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const settings = await loadSettings(tx);
    const isNews = await markGoneTold(tx, person);
    const { claimed, qualified } = await findLeadsHeldBy(tx, person);
    for (const lead of claimed) {
      const move = takeBack(lead, { why: 'gone', waited: null }, now);
      await recordMove(ctx, tx, { from: lead, move, settings, now });
    }
    const isWorthAWord = claimed.length > 0 || (isNews && qualified > 0);
    for (const manager of isWorthAWord ? settings.managers : []) {
      const ref = [person, claimed.length, qualified, now, manager].join('/');
      const word = { kind: 'person_gone', ref, target: manager } as const;
      await announce(tx, word, { id: ctx.newId('outbox'), now });
    }
    return claimed.length;
  });
}

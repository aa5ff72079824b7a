import { KEPT_CURRENT_FOR } from '../../domain/home.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { findRecentVisitors, recordHomeVisit } from '../../store/home/home-visit.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';

/** Somebody visits their Home: it is drawn for them, and kept up to date from now on. */
export function visitHome(ctx: Context, person: PersonId): Promise<void> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await recordHomeVisit(tx, person, now);
    await announceHome(ctx, tx, person, now);
  });
}

/**
 * Something has changed that these people's Homes show. One read where none of them has looked lately; ten quick changes cost one
 * drawing. The watchers come in the order of their ids, so that two who announce to several never wait for each other.
 */
export async function announceHomes(
  ctx: Context,
  tx: Tx,
  people: readonly (PersonId | null)[],
  now: number,
): Promise<void> {
  const named = [...new Set(people)].filter((person) => person !== null);
  for (const person of await findRecentVisitors(tx, named, now - KEPT_CURRENT_FOR)) {
    await announceHome(ctx, tx, person, now);
  }
}

async function announceHome(ctx: Context, tx: Tx, person: PersonId, now: number): Promise<void> {
  await enqueue(tx, { kind: 'home', ref: person, target: person }, { id: ctx.newId('outbox'), now });
}

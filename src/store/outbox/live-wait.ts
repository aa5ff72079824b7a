import { RANK } from '../../domain/announcement.ts';
import type { Tx } from '../transaction.ts';
import { waitingTargets } from './lease.ts';

/**
 * How long (ms) the oldest of what is posted for a lead that came by itself has waited; null where nothing waits. Only the first of each
 * place and rank is read, however much waits.
 */
export async function oldestLiveWait(tx: Tx, now: number): Promise<number | null> {
  const places = await tx.sql
    .selectFrom(waitingTargets(tx).as('place'))
    .select([firstArmed(tx, RANK.hot, now).as('hot'), firstArmed(tx, RANK.live, now).as('live')])
    .execute();
  const times = places.flatMap(({ hot, live }) => [hot, live]).filter((at) => at !== null);
  return times.length > 0 ? Math.max(0, now - Math.min(...times)) : null;
}

function firstArmed(tx: Tx, rank: number, now: number) {
  return (
    tx.sql
      .selectFrom('outbox as post')
      .select('post.armedAt')
      .where('post.status', '=', 'pending')
      .where('post.lane', '=', 'post')
      .whereRef('post.target', '=', 'place.target' as 'post.target')
      .where('post.rank', '=', rank)
      // What is kept for somebody's working hours was never tried, and is not late.
      .where((eb) => eb.or([eb('post.attempts', '>', 0), eb('post.nextAttemptAt', '<=', now)]))
      .orderBy('post.seq')
      .limit(1)
  );
}

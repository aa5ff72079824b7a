import { endFileLeases } from '../../store/brought-file/brought-file.ts';
import { endFetchLeases } from '../../store/delivery/fetch-job.ts';
import { endRowLeases } from '../../store/outbox/lease.ts';
import type { Context } from '../context.ts';

/**
 * At the start of a bot on SQLite, where there is no other (store/bot-lock): whoever holds a lease has died with it. On PostgreSQL it may
 * be a bot that is at work, and leases run out by themselves.
 */
export function endLeases(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    if (tx.dialect !== 'sqlite') return;
    await endRowLeases(tx, now);
    await endFetchLeases(tx, now);
    await endFileLeases(tx, now);
  });
}

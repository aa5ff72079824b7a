import { enqueue } from '../../store/outbox/enqueue.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';

/**
 * A trouble that only a person can mend, told to each manager once, within the transaction that notes it. `subject` names the trouble as
 * store/trouble does.
 */
export async function tellManagers(ctx: Context, tx: Tx, subject: string, now: number): Promise<void> {
  const { managers } = await loadSettings(tx);
  for (const manager of managers) {
    const notice = { kind: 'notice', ref: `${manager}/${now}/${subject}`, target: manager } as const;
    await enqueue(tx, notice, { id: ctx.newId('outbox'), now });
  }
}

import { clearTrouble, recordTrouble } from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { tellManagers } from './tell-managers.ts';

const SUBJECT = 'socket';

/** Slack does not reach us, and what we say still arrives: each manager is told once, until it is over. `code` is what went wrong. */
export function tellDeafness(ctx: Context, code: string): Promise<void> {
  return perform(ctx, 'tango', async (work) => {
    const facts = { code: 'deaf', word: code } as const;
    const trouble = { subject: SUBJECT, code, facts, since: work.now, probeAt: work.now };
    if (await recordTrouble(work.tx, trouble)) await tellManagers(work, SUBJECT);
  });
}

/** Slack reaches us: what has not been told yet is not told any more. */
export function endDeafness(ctx: Context): Promise<void> {
  return perform(ctx, 'tango', ({ tx }) => clearTrouble(tx, SUBJECT));
}

import { cardKey } from '../../domain/announcements/lead.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayManage } from '../../domain/team/change-settings.ts';
import { findLeads } from '../../store/lead/lead.ts';
import { resumeStopped, stopBulk } from '../../store/outbox/backlog.ts';
import { bringBackThreads } from '../../store/outbox/repost.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { retellThread } from '../lead/repost-card.ts';
import { perform, type Work } from '../work.ts';

/** Null: whoever runs Tango, from the command line. */
type Who = PersonId | null;

/**
 * Cards that came in bulk and wait are posted no more until somebody says so; their leads are claimed from the managers' Home meanwhile,
 * and are chased and counted like all others. Returns how many.
 */
export function stopBacklog(ctx: Context, who: Who): Promise<number> {
  return perform(ctx, who ?? 'tango', async (work) => {
    if (who !== null) assertMayManage(work.settings, who);
    await work.keepGesture();
    const stopped = await stopBulk(work.tx);
    await announceHomes(work, work.settings.managers);
    return stopped.length;
  });
}

const BATCH = 200;

/** Posts them after all, behind whatever comes alone, each with what has happened to it meanwhile. Returns how many. */
export async function postStopped(ctx: Context, who: Who): Promise<number> {
  let posted = 0;
  for (;;) {
    const count = await perform(ctx, who ?? 'tango', (work) => postBatch(work, who));
    posted += count;
    if (count < BATCH) return posted;
  }
}

async function postBatch(work: Work, who: Who): Promise<number> {
  if (who !== null) assertMayManage(work.settings, who);
  await work.keepGesture();
  const ids = await resumeStopped(work.tx, BATCH);
  await retellMoved(work, ids);
  await announceHomes(work, work.settings.managers);
  return ids.length;
}

/** Without a card to stand below, lines and matches were dropped. */
async function retellMoved(work: Work, ids: readonly LeadId[]): Promise<void> {
  await bringBackThreads(
    work.tx,
    ids.map((id) => cardKey({ id })),
  );
  for (const lead of await findLeads(work.tx, ids)) if (lead.version > 1) await retellThread(work, lead);
}

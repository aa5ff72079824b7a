import { rejectsDm } from '../../domain/announcements/rejects.ts';
import { promisesAfterRejects } from '../../domain/promise/rejects-promises.ts';
import type { RejectedLead, Rejects } from '../../domain/rejects/rejects.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { listPromises, writePromises } from '../../store/promise/promise.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { correctNags } from '../nag/correct-nags.ts';
import type { Work } from '../work.ts';

interface Changed {
  rejects: Rejects;
  /** As they are after it. */
  leads: readonly RejectedLead[];
  by: Actor;
  eventId: string;
}

/** What is owed once something of them has changed, and whatever shows them is drawn again. */
export async function recordRejects(work: Work, { rejects, leads, by, eventId }: Changed): Promise<void> {
  const { tx, now, settings } = work;
  const rows = await listPromises(tx, rejects.id);
  const changed = promisesAfterRejects(rows, { rejects, leads, by, at: now, eventId }, work);
  await writePromises(tx, changed, rows);
  await correctNags(work, rows, changed);
  await work.announceAgain(rejectsDm(rejects));
  await announceHomes(work, [rejects.owner, ...settings.marketers]);
}

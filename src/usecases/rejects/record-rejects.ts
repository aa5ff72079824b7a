import { answerTold, rejectsDm } from '../../domain/announcements/rejects.ts';
import { promisesAfterRejects } from '../../domain/promise/rejects-promises.ts';
import { type RejectedLead, type Rejects, standing } from '../../domain/rejects/rejects.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { findLeads } from '../../store/lead/lead.ts';
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
  await tellAnswer(work, rejects, leads);
  await announceHomes(work, [rejects.owner, ...settings.marketers]);
}

/** One that was taken back says so where it was told, and nowhere else. */
async function tellAnswer(
  { tx, settings: { people }, announce, announceAgain }: Work,
  rejects: Rejects,
  leads: readonly RejectedLead[],
): Promise<void> {
  const concerned = rejects.answer ? standing(leads) : leads;
  const cards = await findLeads(
    tx,
    concerned.map(({ leadId }) => leadId),
  );
  const told = answerTold({ rejects, leads: concerned, cards, people });
  await (rejects.answer ? announce : announceAgain)(...told);
}

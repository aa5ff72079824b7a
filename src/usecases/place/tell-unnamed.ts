import { PLACES, type PlaceName, unnamed } from '../../domain/team/place.ts';
import { countWaitingAt } from '../../store/outbox/repost.ts';
import {
  clearTrouble,
  findTrouble,
  recordTrouble,
  unnamedSubject,
  updateFacts,
} from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';
import { tellManagers } from '../outbox/tell-managers.ts';
import { perform, type Work } from '../work.ts';

/** Something waits for a channel that nobody has named: the managers are told once, until one is named. Returns for which places they were told now. */
export function tellUnnamed(ctx: Context): Promise<PlaceName[]> {
  return perform(ctx, 'tango', async (work) => {
    const told: PlaceName[] = [];
    for (const place of PLACES) {
      if (work.settings[`${place}Channel`] === null && (await tellOf(work, place))) told.push(place);
    }
    return told;
  });
}

async function tellOf(work: Work, place: PlaceName): Promise<boolean> {
  const { tx, now } = work;
  const subject = unnamedSubject(place);
  const waiting = await countWaitingAt(tx, unnamed(place));
  if (waiting === 0) {
    if (await findTrouble(tx, subject)) await clearTrouble(tx, subject);
    return false;
  }
  const facts = { code: 'no_channel', place, waiting } as const;
  const isNews = await recordTrouble(tx, { subject, code: facts.code, facts, since: now, probeAt: now });
  if (isNews) await tellManagers(work, subject);
  else await updateFacts(tx, subject, facts);
  return isNews;
}

import { z } from 'zod';
import { leadCard } from '../../domain/announcements/lead.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { type EndedSnooze, findEndedSnoozes } from '../../store/lead/card.ts';
import { findAppliedRules, recordAppliedRules } from '../../store/team/applied-rules.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { perform, type Work } from '../work.ts';

const BATCH = 50;

/** The last that was seen to end. */
const SeenJson = z.object({ endedAt: z.number(), id: z.string().transform((id) => id as LeadId) });
type Seen = Pick<EndedSnooze, 'id' | 'endedAt'>;

const NONE = '' as LeadId;

/**
 * A snooze ends by the clock, without a move: the card that said until when, and offered to wake the lead, is drawn again at that moment, and the
 * Home of its owner with it. The first time all that ever ended are: an edit that changes nothing is not sent. Returns how many.
 */
export async function endSnoozes(ctx: Context): Promise<number> {
  let ended = 0;
  for (;;) {
    const batch = await perform(ctx, 'tango', endBatch);
    ended += batch;
    if (batch < BATCH) return ended;
  }
}

async function endBatch(work: Work): Promise<number> {
  const ended = await findEndedSnoozes(work.tx, {
    after: await lastSeen(work),
    until: work.now,
    limit: BATCH,
  });
  const last = ended.at(-1);
  if (!last) return 0;
  await work.announce(...ended.map((lead) => leadCard(lead)));
  await announceHomes(
    work,
    ended.map(({ owner }) => owner),
  );
  await recordSeen(work, last);
  return ended.length;
}

async function lastSeen({ tx, now }: Work): Promise<Seen> {
  const seen = await findAppliedRules(tx, 'snoozes_ended');
  if (seen === null) return { endedAt: 0, id: NONE };
  const last = SeenJson.parse(JSON.parse(seen));
  // Seen by a clock that was put back since: what ends from now on ends.
  return last.endedAt <= now ? last : { endedAt: now, id: NONE };
}

async function recordSeen({ tx, now }: Work, { endedAt, id }: EndedSnooze): Promise<void> {
  const seen: Seen = { endedAt, id };
  await recordAppliedRules(tx, 'snoozes_ended', { rules: JSON.stringify(seen), now });
}

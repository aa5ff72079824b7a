import { z } from 'zod';
import { cardKey } from '../../domain/announcements/lead.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findOpenLeadIds } from '../../store/lead/lead.ts';
import { showAgain } from '../../store/outbox/repost.ts';
import { findAppliedRules, recordAppliedRules } from '../../store/team/applied-rules.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

/** A minute. Slack takes about forty edits in it, and these leave most of them to what people do. */
const BATCH = 8;

const LookJson = z.object({ day: z.string(), after: z.string().nullable() });
type Look = z.infer<typeof LookJson>;

/**
 * Once a day the card of each open lead is sent as it stands, a few a minute: one that somebody has deleted is found by that, and posted again.
 * Returns how many.
 */
export function lookAtCards(ctx: Context): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const { tx, now, settings } = work;
    const today = dayIn(settings.timezone, now);
    const last = await lastLook(work);
    // The first day looks at nothing: all was posted a moment ago.
    if (last === null) return recordLook(work, { day: today, after: null }, 0);
    const isDone = last.after === null;
    if (isDone && last.day === today) return 0;
    const ids = await findOpenLeadIds(tx, { after: isDone ? null : (last.after as LeadId), limit: BATCH });
    await showAgain(
      tx,
      ids.map((id) => cardKey({ id })),
      now,
    );
    const after = ids.length < BATCH ? null : (ids.at(-1) ?? null);
    return recordLook(work, { day: isDone ? today : last.day, after }, ids.length);
  });
}

async function lastLook({ tx }: Work): Promise<Look | null> {
  const noted = await findAppliedRules(tx, 'cards_looked_at');
  return noted === null ? null : LookJson.parse(JSON.parse(noted));
}

async function recordLook({ tx, now }: Work, look: Look, count: number): Promise<number> {
  await recordAppliedRules(tx, 'cards_looked_at', { rules: JSON.stringify(look), now });
  return count;
}

import { type StandNow, standNow } from '../../domain/lead/stand.ts';
import type { PersonId } from '../../domain/team/people.ts';
import { dayIn } from '../../domain/time/day.ts';
import { DAY } from '../../domain/time/duration.ts';
import { loadSettings } from '../../store/settings.ts';
import { listRecentStands } from '../../store/stand.ts';
import type { Context } from '../context.ts';

export interface JotDraft extends StandNow {
  /** Names the filling-in that begins now. */
  round: string;
}

/** A fair lasts some days, and the next one has another name. */
const REMEMBERED = 7 * DAY;

/** What the form begins with for this person, in this channel, today. */
export function prepareJotting(
  ctx: Context,
  { person, channel }: { person: PersonId; channel: string },
): Promise<JotDraft> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const { timezone, marketers } = await loadSettings(tx);
    const since = dayIn(timezone, now - REMEMBERED);
    const recent = await listRecentStands(tx, { person, channel, since });
    const here = { person, channel, today: dayIn(timezone, now), isMarketer: marketers.includes(person) };
    return { round: ctx.newId('round'), ...standNow(recent, here) };
  });
}

import { type BoothDefaults, boothDefaults } from '../../domain/lead/booth.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import { DAY } from '../../domain/time/duration.ts';
import { findRecentBooths } from '../../store/lead/booth.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';

export interface EntryForm extends BoothDefaults {
  /** Names the filling-in that begins now. */
  entryId: string;
}

/** A fair lasts some days, and the next one has another name. */
const REMEMBERED = 7 * DAY;

/** What the form begins with for this person, in this channel, today. */
export function prepareEntry(
  ctx: Context,
  { person, channel }: { person: PersonId; channel: string },
): Promise<EntryForm> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const { timezone, marketers } = await loadSettings(tx);
    const since = dayIn(timezone, now - REMEMBERED);
    const recent = await findRecentBooths(tx, { person, channel, since });
    const here = { person, channel, today: dayIn(timezone, now), isMarketer: marketers.includes(person) };
    return { entryId: ctx.newId('entry'), ...boothDefaults(recent, here) };
  });
}

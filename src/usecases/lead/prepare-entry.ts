import { type BoothDefaults, boothDefaults } from '../../domain/lead/booth.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import { DAY } from '../../domain/time/duration.ts';
import { findRecentBooths } from '../../store/lead/booth.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

export interface EntryForm extends BoothDefaults {
  /** Names the filling-in that begins now. */
  entryId: string;
  /** Of a date that names no zone. */
  timezone: string;
}

interface Opening {
  person: PersonId;
  channel: string;
}

/** A fair lasts some days, and the next one has another name. */
const REMEMBERED = 7 * DAY;

/** What the form begins with for this person, in this channel, today. */
export function prepareEntry(ctx: Context, opening: Opening): Promise<EntryForm> {
  return perform(ctx, opening.person, (work) => prepareEntryIn(work, opening));
}

export async function prepareEntryIn(work: Work, { person, channel }: Opening): Promise<EntryForm> {
  const { tx, now, settings } = work;
  const since = dayIn(settings.timezone, now - REMEMBERED);
  const recent = await findRecentBooths(tx, { person, channel, since });
  const today = dayIn(settings.timezone, now);
  const here = { person, channel, today, isMarketer: settings.marketers.includes(person) };
  return {
    entryId: work.newId('entry'),
    timezone: settings.timezone,
    ...boothDefaults(recent, here),
  };
}

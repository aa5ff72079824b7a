import { FIRST_CALENDAR } from '../domain/calendar.ts';
import type { PersonId } from '../domain/people.ts';
import { FIRST_TARGETS } from '../domain/promise.ts';
import { FIRST_REASONS } from '../domain/reject-reason.ts';
import type { Settings } from '../domain/settings.ts';
import { insertFirstReasons } from '../store/reject-reason.ts';
import { insertMissingSettings, loadSettings } from '../store/settings.ts';
import type { Context } from './context.ts';

/** What the environment says at the first start. */
export interface FirstStart {
  leadsChannel: string | null;
  fieldChannel: string | null;
  marketingChannel: string | null;
  scorecardChannel: string | null;
  managers: readonly string[];
  marketers: readonly string[];
  timezone: string;
  currency: string;
}

/** The first start writes the settings; every later one leaves alone what managers have changed since. */
export function ensureSettings(ctx: Context, first: FirstStart): Promise<Settings> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await insertMissingSettings(tx, firstSettings(first), now);
    await insertFirstReasons(tx, FIRST_REASONS);
    return loadSettings(tx);
  });
}

function firstSettings(first: FirstStart): Settings {
  return {
    ...first,
    managers: first.managers.map((id) => id as PersonId),
    marketers: first.marketers.map((id) => id as PersonId),
    calendar: FIRST_CALENDAR,
    promises: FIRST_TARGETS,
    contactShownTo: 'channel',
    scorecardAt: { weekday: 1, time: '09:00' },
  };
}

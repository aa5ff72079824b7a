import { FIRST_REASONS } from '../../domain/reject-reason/reject-reason.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { insertFirstReasons } from '../../store/reject-reason/reject-reason.ts';
import { insertMissingSettings, loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';

/** What the environment says; null or empty where it says nothing. */
export interface FirstStart {
  leadsChannel: string | null;
  fieldChannel: string | null;
  marketingChannel: string | null;
  scorecardChannel: string | null;
  managers: readonly string[];
  marketers: readonly string[];
  timezone: string | null;
  currency: string | null;
}

/**
 * What the environment names is written once; what managers have changed since is left alone. What it does not name is not written: a
 * command that ran before the first start would otherwise fix it for good.
 */
export function ensureSettings(ctx: Context, first: FirstStart): Promise<Settings> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await insertMissingSettings(tx, named(first), now);
    await insertFirstReasons(tx, FIRST_REASONS);
    return loadSettings(tx);
  });
}

function named(first: FirstStart): Partial<Settings> {
  const said = Object.entries(first).filter(([, value]) => value !== null && value.length > 0);
  return Object.fromEntries(said) as Partial<Omit<Settings, 'managers'>> & { managers?: PersonId[] };
}

import type { PersonId } from '../../domain/team/actor.ts';
import {
  assertMayManage,
  changeSettings as change,
  type SettingsChange,
} from '../../domain/team/change-settings.ts';
import { settingChanges } from '../../domain/team/setting-lines.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { lockSettings, updateSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';
import { recordAudit } from './record-audit.ts';

export interface ChangeSettingsInput {
  person: PersonId;
  /** From the settings as they are in this moment: what somebody else has just changed stays. */
  change: (settings: Settings) => SettingsChange;
}

/** A change of hours or promises reaches the open leads with the next run of the job `nag times`. */
export function changeSettings(ctx: Context, input: ChangeSettingsInput): Promise<Settings> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const before = await lockSettings(tx);
    assertMayManage(before, input.person);
    const after = change(before, input.change(before));
    await updateSettings(tx, after, { before, by: input.person, at: now });
    const changes = settingChanges(before, after);
    await recordAudit(ctx, tx, { person: input.person, at: now, changes });
    return after;
  });
}

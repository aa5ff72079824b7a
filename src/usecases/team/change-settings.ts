import type { PersonId } from '../../domain/team/actor.ts';
import {
  assertMayManage,
  changeSettings as change,
  type SettingsChange,
} from '../../domain/team/change-settings.ts';
import { settingChanges } from '../../domain/team/setting-values.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { updateSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';
import { redirectAll } from '../place/redirect-waiting.ts';
import { perform, type Work } from '../work.ts';
import { recordAudit } from './record-audit.ts';

export interface ChangeSettingsInput {
  person: PersonId;
  /** From the settings as they are in this moment: what somebody else has just changed stays. */
  change: (settings: Settings) => SettingsChange;
}

/** A change of hours or promises reaches the open leads with the next run of the job `nag times`, and what a card shows with `cards`. */
export function changeSettings(ctx: Context, input: ChangeSettingsInput): Promise<Settings> {
  const { person } = input;
  const run = async (work: Work) => {
    const { tx, now, settings: before } = work;
    assertMayManage(before, person);
    const after = change(before, input.change(before));
    await updateSettings(tx, after, { before, by: person, at: now });
    await redirectAll(work, before, after);
    await recordAudit(work, person, settingChanges(before, after));
    return after;
  };
  return perform(ctx, person, run, { locksSettings: true });
}

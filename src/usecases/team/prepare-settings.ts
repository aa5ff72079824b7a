import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayManage } from '../../domain/team/change-settings.ts';
import type { Settings } from '../../domain/team/settings.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** What a form of the settings begins with, for somebody who may change them: one that could only be refused is not opened. */
export function prepareSettings(ctx: Context, person: PersonId): Promise<Settings> {
  return perform(ctx, person, async ({ settings }) => {
    assertMayManage(settings, person);
    return settings;
  });
}

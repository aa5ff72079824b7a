import type { Routing } from '../../domain/routing/routing.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayManage } from '../../domain/team/change-settings.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';

/** The rules, for somebody who may change them. */
export function prepareRouting(ctx: Context, person: PersonId): Promise<Routing> {
  return ctx.db.transaction(async (tx) => {
    const settings = await loadSettings(tx);
    assertMayManage(settings, person);
    return settings.routing;
  });
}

import type { RoutingRule } from '../../domain/routing/routing.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';

/** For a form that is open already. Null: a new rule, or one that is not there any more. */
export function loadRoutingRule(ctx: Context, id: string | null): Promise<RoutingRule | null> {
  return ctx.db.transaction(async (tx) => {
    const { rules } = (await loadSettings(tx)).routing;
    return rules.find((rule) => rule.id === id) ?? null;
  });
}

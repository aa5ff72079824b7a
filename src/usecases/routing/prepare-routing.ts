import { refuse } from '../../domain/refusals.ts';
import type { Routing, RoutingRule } from '../../domain/routing/routing.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayManage } from '../../domain/team/change-settings.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { routingToday } from './routing-today.ts';

/** The rules, for somebody who may change them. */
export function prepareRouting(ctx: Context, person: PersonId): Promise<Routing> {
  return perform(ctx, person, (work) => {
    assertMayManage(work.settings, person);
    return routingToday(work);
  });
}

/** One rule, for somebody who may change it. Throws `stale` for one that was removed meanwhile. */
export async function prepareRoutingRule(
  ctx: Context,
  { person, id }: { person: PersonId; id: string },
): Promise<RoutingRule> {
  const rule = ruleIn(await prepareRouting(ctx, person), id);
  if (!rule) throw refuse('rule_removed');
  return rule;
}

/** For a form that is open already. Null: a new rule, or one that is not there any more. */
export function loadRoutingRule(ctx: Context, id: string | null): Promise<RoutingRule | null> {
  return perform(ctx, 'tango', async (work) => ruleIn(await routingToday(work), id));
}

function ruleIn({ rules }: Routing, id: string | null): RoutingRule | null {
  return rules.find((rule) => rule.id === id) ?? null;
}

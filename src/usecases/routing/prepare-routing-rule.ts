import type { RoutingRule } from '../../domain/routing/routing.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { AppError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { prepareRouting } from './prepare-routing.ts';

/** One rule, for somebody who may change it. */
export async function prepareRoutingRule(
  ctx: Context,
  { person, id }: { person: PersonId; id: string },
): Promise<RoutingRule> {
  const { rules } = await prepareRouting(ctx, person);
  const rule = rules.find((known) => known.id === id);
  if (!rule) throw new AppError('stale', 'Somebody has removed this rule meanwhile.');
  return rule;
}

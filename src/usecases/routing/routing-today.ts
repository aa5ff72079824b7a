import type { Routing } from '../../domain/routing/routing.ts';
import { findSources } from '../source/resolve-origins.ts';
import type { Work } from '../work.ts';

/** The rules with their sources as they are called today: a rule holds the spelling that it was made with. */
export async function routingToday(work: Pick<Work, 'tx' | 'settings'>): Promise<Routing> {
  const { routing } = work.settings;
  const named = routing.rules.flatMap(({ sources }) => sources);
  if (named.length === 0) return routing;
  const found = await findSources(work, named);
  const today = (source: string) => found.get(source)?.name ?? source;
  const rules = routing.rules.map((rule) => ({ ...rule, sources: [...new Set(rule.sources.map(today))] }));
  return { ...routing, rules };
}

import type { RoutingRule } from '../../domain/routing/routing.ts';

/** "Webinar, Trade fair; Bavaria" or "All leads" */
export function ruleTitle({ sources, regions }: Pick<RoutingRule, 'sources' | 'regions'>): string {
  return (
    [sources, regions]
      .filter((names) => names.length > 0)
      .map((names) => names.join(', '))
      .join('; ') || 'All leads'
  );
}

/** "Webinar: proposed, at most 8 open leads each" */
export function sayRule(rule: Pick<RoutingRule, 'sources' | 'regions' | 'mode' | 'cap'>): string {
  const how = rule.mode === 'assign' ? 'assigned' : 'proposed';
  return `${ruleTitle(rule)}: ${how}, ${rule.cap === null ? 'any number of' : `at most ${rule.cap}`} open leads each`;
}

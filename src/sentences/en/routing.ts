import type { PassedWhy } from '../../domain/lead/lead-event.ts';
import type { TurnNote } from '../../domain/routing/route-lead.ts';
import type { RoutingRule } from '../../domain/routing/routing.ts';
import type { Voice } from '../voice.ts';

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

/** "@ana: next in turn for Webinar, 3 open of 8; @ben is on leave" */
export function sayTurn(note: TurnNote, voice: Pick<Voice, 'person' | 'text'>): string {
  const passed = note.passed
    .slice(0, MOST_NAMED)
    .map((each) => `${voice.person(each.person)} ${WHY[each.why]}`);
  const others =
    note.passed.length > MOST_NAMED ? [`${note.passed.length - MOST_NAMED} more are not there`] : [];
  const whose = note.to ? `${voice.person(note.to)}: next in turn` : 'nobody is there';
  const what = note.what ? ` for ${voice.text(note.what)}` : '';
  const load = note.to ? `, ${note.open} open${note.cap === null ? '' : ` of ${note.cap}`}` : '';
  return [`${whose}${what}${load}`, ...passed, ...others].join('; ');
}

const MOST_NAMED = 5;

const WHY: Record<PassedWhy, string> = {
  gone: 'has no account any more',
  leave: 'is on leave',
  hours: 'is outside of working hours',
  full: 'has as many as the rule allows',
  barred: 'may not own leads here',
};

import type { RuleInput } from '../../../src/domain/routing/change-routing.ts';
import type { PersonId } from '../../../src/domain/team/actor.ts';

/** For leads of the webinar, proposed to one person. */
export function ruleFor(person: PersonId): RuleInput {
  return { sources: ['Webinar'], regions: [], mode: 'propose', people: [person], twice: [], cap: null };
}

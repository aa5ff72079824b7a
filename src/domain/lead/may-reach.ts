import type { PersonId } from '../team/actor.ts';
import type { Settings } from '../team/settings.ts';
import type { Lead } from './lead.ts';

/** Who may see how to reach a lead: the whole channel, or by the team's setting only its owner and the managers. */
export function mayReach(lead: Lead, person: PersonId, settings: Settings): boolean {
  return settings.contactShownTo === 'channel' || lead.owner === person || settings.managers.includes(person);
}

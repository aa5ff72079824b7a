import type { Definition } from '../../domain/definition/definition.ts';
import type { Proposal } from '../../domain/definition/proposal.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { isManager, type Settings } from '../../domain/team/settings.ts';
import { mayPropose } from '../../domain/team/signing.ts';
import { loadDefinition } from '../../store/definition/definition.ts';
import { findOpenProposal } from '../../store/definition/proposal.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

export interface TeamScene {
  settings: Settings;
  definition: Definition;
  proposal: Proposal | null;
  may: { manage: boolean; propose: boolean };
}

/** How the team works, for everybody to see, and what of it this person may change. */
export function loadTeam(ctx: Context, person: PersonId): Promise<TeamScene> {
  return perform(ctx, person, async ({ tx, settings }) => {
    return {
      settings,
      definition: await loadDefinition(tx),
      proposal: await findOpenProposal(tx),
      may: { manage: isManager(settings, person), propose: mayPropose(settings, person) },
    };
  });
}

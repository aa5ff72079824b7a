import type { Definition } from '../../domain/definition/definition.ts';
import { mayPropose, type Proposal } from '../../domain/definition/proposal.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { isManager, type Settings } from '../../domain/team/settings.ts';
import { loadDefinition } from '../../store/definition/definition.ts';
import { findOpenProposal } from '../../store/definition/proposal.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';

export interface TeamScene {
  settings: Settings;
  definition: Definition;
  proposal: Proposal | null;
  may: { manage: boolean; propose: boolean };
}

/** How the team works, for everybody to see, and what of it this person may change. */
export function loadTeam(ctx: Context, person: PersonId): Promise<TeamScene> {
  return ctx.db.transaction(async (tx) => {
    const settings = await loadSettings(tx);
    return {
      settings,
      definition: await loadDefinition(tx),
      proposal: await findOpenProposal(tx),
      may: { manage: isManager(settings, person), propose: mayPropose(settings, person) },
    };
  });
}

import type { Definition } from '../../domain/team/definition.ts';
import type { PersonId } from '../../domain/team/people.ts';
import { mayPropose, type Proposal } from '../../domain/team/proposal.ts';
import { isManager, type Settings } from '../../domain/team/settings.ts';
import { loadDefinition } from '../../store/definition.ts';
import { findOpenProposal } from '../../store/proposal.ts';
import { loadSettings } from '../../store/settings.ts';
import type { Context } from '../context.ts';

export interface TeamScene {
  settings: Settings;
  definition: Definition;
  proposal: Proposal | null;
  may: { manage: boolean; propose: boolean };
}

/** How the team works, for everybody to see, and what of it this person may change. */
export function viewTeam(ctx: Context, person: PersonId): Promise<TeamScene> {
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

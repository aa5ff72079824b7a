import { criteriaText } from '../../domain/definition/criteria.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import {
  assertMayPropose,
  type Proposal,
  type ProposalDraft,
  propose,
} from '../../domain/definition/proposal.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { loadDefinition } from '../../store/definition/definition.ts';
import { findLastVersion, findOpenProposal, upsertProposal } from '../../store/definition/proposal.ts';
import { loadSettings, lockSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../team/record-audit.ts';
import { announceProposal } from './sign-definition.ts';

export interface DefinitionScene {
  current: Definition;
  open: Proposal | null;
  timezone: string;
}

/** What the modal is drawn from, for somebody who may propose. */
export function prepareProposal(ctx: Context, person: PersonId): Promise<DefinitionScene> {
  return ctx.db.transaction(async (tx) => {
    const settings = await loadSettings(tx);
    assertMayPropose(settings, person);
    return {
      current: await loadDefinition(tx),
      open: await findOpenProposal(tx),
      timezone: settings.timezone,
    };
  });
}

/** One that still waits for signatures gives way to the new one. Its post says so. */
export function proposeDefinition(ctx: Context, draft: ProposalDraft): Promise<Proposal> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    // Held, so that two who propose at once get a version each.
    const settings = await lockSettings(tx);
    const current = await loadDefinition(tx);
    const lastVersion = await findLastVersion(tx);
    const proposal = propose(draft, { settings, current, lastVersion, now });
    const open = await findOpenProposal(tx);
    if (open) {
      await upsertProposal(tx, { ...open, replacedAt: now });
      await announceProposal(ctx, tx, open, now);
    }
    await upsertProposal(tx, proposal);
    await announceProposal(ctx, tx, proposal, now);
    const what = `Proposal for the definition of "qualified", version ${proposal.version}`;
    const change = {
      what,
      before: open && criteriaText(open.criteria),
      after: criteriaText(proposal.criteria),
    };
    await recordAudit(ctx, tx, { person: draft.person, at: now, changes: [change] });
    return proposal;
  });
}

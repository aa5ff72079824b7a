import { definitionPost } from '../../domain/announcements/team.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { type Proposal, type ProposalDraft, propose } from '../../domain/definition/proposal.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { AuditChange } from '../../domain/team/audit.ts';
import { assertMayPropose, replaced } from '../../domain/team/signing.ts';
import { loadDefinition } from '../../store/definition/definition.ts';
import { findLastVersion, findOpenProposal, upsertProposal } from '../../store/definition/proposal.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../team/record-audit.ts';
import { perform, type Work } from '../work.ts';

export interface DefinitionScene {
  current: Definition;
  open: Proposal | null;
  timezone: string;
}

/** What the modal is drawn from, for somebody who may propose. */
export function prepareProposal(ctx: Context, person: PersonId): Promise<DefinitionScene> {
  return perform(ctx, person, async ({ tx, settings }) => {
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
  const run = async (work: Work) => {
    const { tx, now, settings } = work;
    const current = await loadDefinition(tx);
    const lastVersion = await findLastVersion(tx);
    const proposal = propose(draft, { settings, current, lastVersion, now });
    const open = await findOpenProposal(tx);
    if (open) await upsertProposal(tx, replaced(open, now));
    await upsertProposal(tx, proposal);
    await work.announce(open && definitionPost(open), definitionPost(proposal));
    await recordAudit(work, draft.person, [proposalChange(open, proposal)]);
    return proposal;
  };
  // Held, so that two who propose at once get a version each.
  return perform(ctx, draft.person, run, { locksSettings: true });
}

function proposalChange(before: Proposal | null, { version, criteria }: Proposal): AuditChange {
  const what = { code: 'proposal' as const, version };
  return { what, before: before && { criteria: before.criteria }, after: { criteria } };
}

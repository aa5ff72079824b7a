import { definitionDm, definitionPost } from '../../domain/announcements/team.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { type Proposal, sign } from '../../domain/definition/proposal.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { AuditChange } from '../../domain/team/audit.ts';
import { loadDefinition } from '../../store/definition/definition.ts';
import { lockProposal, upsertProposal } from '../../store/definition/proposal.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { recordAudit } from '../team/record-audit.ts';
import { perform, type Work } from '../work.ts';

/** The second signature makes it count, at once: the next lead is qualified by it. Its one post shows how it stands. */
export function signDefinition(
  ctx: Context,
  { version, person }: { version: number; person: PersonId },
): Promise<Proposal> {
  const run = async (work: Work) => {
    const { tx, now, settings } = work;
    const proposal = await lockProposal(tx, version);
    if (!proposal) throw refuse('proposal_not_found');
    work.ifRefused((again) => again.announce(definitionPost(proposal)));
    const before = await loadDefinition(tx);
    const signed = sign(proposal, person, settings, now);
    await upsertProposal(tx, signed);
    await work.announce(definitionPost(signed));
    const isNews = signed.signedAt !== null && person !== signed.proposedBy;
    if (isNews) await work.announce(definitionDm(signed, 'signed'));
    await announceHomes(work, [person, ...settings.managers, ...settings.marketers]);
    await recordAudit(work, person, [signatureChange(before, signed)]);
    return signed;
  };
  return perform(ctx, person, run, { locksSettings: true });
}

function signatureChange(before: Definition, { version, criteria, signedAt }: Proposal): AuditChange {
  if (signedAt === null)
    return { what: { code: 'signature', version }, before: null, after: { signed: 'by_one_side' } };
  const what = { code: 'definition' as const, version, replaced: before.version };
  return { what, before: { criteria: before.criteria }, after: { criteria } };
}

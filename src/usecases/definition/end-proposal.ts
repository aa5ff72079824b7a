import { definitionDm, definitionPost } from '../../domain/announcements/team.ts';
import type { Proposal } from '../../domain/definition/proposal.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { declined, withdrawn } from '../../domain/team/signing.ts';
import { findProposal, upsertProposal } from '../../store/definition/proposal.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { recordAudit } from '../team/record-audit.ts';
import { perform, type Work } from '../work.ts';

interface Which {
  version: number;
  person: PersonId;
}

/** The one that may be declined, for the modal that asks why. */
export function loadProposal(ctx: Context, { version, person }: Which): Promise<Proposal> {
  return perform(ctx, person, async ({ tx, settings, now }) => {
    const proposal = await findProposal(tx, version);
    if (!proposal) throw refuse('proposal_not_found');
    declined(proposal, { person, now, reason: '-' }, settings);
    return proposal;
  });
}

/** By whoever could sign it. Who has proposed it reads why; what counts stays. */
export function declineProposal(
  ctx: Context,
  { reason, ...which }: Which & { reason: string | null },
): Promise<Proposal> {
  return end(ctx, which, async (work, proposal) => {
    const ended = declined(proposal, { ...which, now: work.now, reason }, work.settings);
    await work.announce(definitionDm(ended, 'declined'));
    return ended;
  });
}

/** By who has proposed it. */
export function withdrawProposal(ctx: Context, which: Which): Promise<Proposal> {
  return end(ctx, which, async ({ now }, proposal) => withdrawn(proposal, { ...which, now }));
}

type EndProposal = (work: Work, proposal: Proposal) => Promise<Proposal>;

function end(ctx: Context, { version, person }: Which, run: EndProposal): Promise<Proposal> {
  const inWork = async (work: Work) => {
    const { tx, settings } = work;
    const proposal = await findProposal(tx, version);
    if (!proposal) throw refuse('proposal_not_found');
    work.ifRefused((again) => again.announce(definitionPost(proposal)));
    const ended = await run(work, proposal);
    await upsertProposal(tx, ended);
    await work.announce(definitionPost(ended));
    await announceHomes(work, [person, ...settings.managers, ...settings.marketers]);
    const how = ended.end?.how ?? 'withdrawn';
    const before = { criteria: proposal.criteria };
    await recordAudit(work, person, [
      { what: { code: 'proposal_ended', how, version }, before, after: ended.end?.reason ?? null },
    ]);
    return ended;
  };
  return perform(ctx, person, inWork, { locksSettings: true });
}

import { typeCriteria } from '../../domain/team/criteria.ts';
import type { Definition } from '../../domain/team/definition.ts';
import type { PersonId } from '../../domain/team/people.ts';
import { type Proposal, sign } from '../../domain/team/proposal.ts';
import { AppError } from '../../errors.ts';
import { loadDefinition } from '../../store/definition.ts';
import { announce } from '../../store/outbox.ts';
import { findProposalForUpdate, saveProposal } from '../../store/proposal.ts';
import { loadSettingsForUpdate } from '../../store/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { showHomes } from '../show-homes.ts';
import { takeDownChange } from './take-down-change.ts';

/** The second signature makes it count, at once: the next lead is qualified by it. */
export function signDefinition(
  ctx: Context,
  { version, person }: { version: number; person: PersonId },
): Promise<Proposal> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const settings = await loadSettingsForUpdate(tx);
    const proposal = await findProposalForUpdate(tx, version);
    if (!proposal) throw new AppError('not_found', 'This proposal is not there any more.');
    const before = await loadDefinition(tx);
    const signed = sign(proposal, person, settings, now);
    await saveProposal(tx, signed);
    await announceProposal(ctx, tx, signed, now);
    await showHomes(ctx, tx, [person, ...settings.managers, ...settings.marketers], now);
    await takeDownChange(ctx, tx, { person, at: now, changes: [signatureChange(before, signed)] });
    return signed;
  });
}

/** Its one post shows how it stands: who has signed, or that it counts. */
export async function announceProposal(
  ctx: Context,
  tx: Tx,
  { version, channel }: Proposal,
  now: number,
): Promise<void> {
  const post = { kind: 'definition_post', ref: String(version), target: channel } as const;
  await announce(tx, post, { id: ctx.newId('outbox'), now });
}

function signatureChange(before: Definition, { version, criteria, signedAt }: Proposal) {
  if (signedAt === null) {
    return {
      what: `Definition of "qualified", version ${version}`,
      before: null,
      after: 'signed by one side',
    };
  }
  const what = `Definition of "qualified", version ${version} in place of ${before.version}`;
  return { what, before: typeCriteria(before.criteria), after: typeCriteria(criteria) };
}

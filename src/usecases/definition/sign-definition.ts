import { criteriaText } from '../../domain/definition/criteria.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { type Proposal, sign } from '../../domain/definition/proposal.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { AppError } from '../../errors.ts';
import { loadDefinition } from '../../store/definition/definition.ts';
import { lockProposal, upsertProposal } from '../../store/definition/proposal.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import { lockSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { recordAudit } from '../team/record-audit.ts';

/** The second signature makes it count, at once: the next lead is qualified by it. */
export function signDefinition(
  ctx: Context,
  { version, person }: { version: number; person: PersonId },
): Promise<Proposal> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const settings = await lockSettings(tx);
    const proposal = await lockProposal(tx, version);
    if (!proposal) throw new AppError('not_found', 'This proposal is not there any more.');
    const before = await loadDefinition(tx);
    const signed = sign(proposal, person, settings, now);
    await upsertProposal(tx, signed);
    await announceProposal(ctx, tx, signed, now);
    await announceHomes(ctx, tx, [person, ...settings.managers, ...settings.marketers], now);
    await recordAudit(ctx, tx, { person, at: now, changes: [signatureChange(before, signed)] });
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
  await enqueue(tx, post, { id: ctx.newId('outbox'), now });
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
  return { what, before: criteriaText(before.criteria), after: criteriaText(criteria) };
}

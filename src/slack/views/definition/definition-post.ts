import type { SignedNews } from '../../../domain/announcement.ts';
import type { Criterion } from '../../../domain/definition/definition.ts';
import type { Proposal } from '../../../domain/definition/proposal.ts';
import { SIDES } from '../../../domain/team/signing.ts';
import { DEFINITION } from '../../action-ids.ts';
import { section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person, quote } from '../kit/text.ts';
import { signingBlocks } from '../team/signing.ts';

/** A proposal for the definition of "qualified", where both sides sign it. Shows who has, and from when on it counts. */
export function definitionPost(proposal: Proposal, timezone: string): MessageView {
  const { version, proposedBy, criteria } = proposal;
  const head = `*What is “qualified”? Version ${version}*, proposed by ${person(proposedBy)}`;
  const does = { ...DEFINITION, value: String(version) };
  return {
    text: `What is “qualified”? ${standingText(proposal)}`,
    blocks: [
      section(`${head}\n${criteria.map(criterionLine).join('\n')}`),
      ...signingBlocks({ thing: proposal, timezone, does }),
    ],
  };
}

function criterionLine({ label, required }: Criterion): string {
  return `• ${escapeText(label)}${required ? ' · _required_' : ''}`;
}

function standingText({ version, signedAt, end }: Proposal): string {
  if (end)
    return `Version ${version} was ${end.how === 'replaced' ? 'replaced by a newer proposal' : end.how}.`;
  if (signedAt !== null) return `Version ${version} counts: both sides have signed.`;
  return `Version ${version} waits to be signed by both sides.`;
}

/** To who has proposed it. */
export function definitionNews(proposal: Proposal, about: SignedNews): MessageView {
  const { version, end, signatures } = proposal;
  const what = `version ${version} of what is “qualified”`;
  if (about === 'declined') {
    const text = `${end?.by ? person(end.by) : 'Somebody'} has declined ${what}.`;
    return { text, blocks: [section(end?.reason ? `${text}\n${quote(end.reason)}` : text)] };
  }
  const signers = SIDES.flatMap((side) => signatures[side] ?? []).map(person);
  const text = `Both sides have signed ${what}: it counts now. ${signers.join(' and ')} have signed.`;
  return { text, blocks: [section(text)] };
}

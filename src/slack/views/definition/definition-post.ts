import type { Criterion } from '../../../domain/definition/definition.ts';
import { type Proposal, SIDES, type Side } from '../../../domain/definition/proposal.ts';
import { DEFINITION } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';

/** A proposal for the definition of "qualified", where both sides sign it. Shows who has, and from when on it counts. */
export function definitionPost(proposal: Proposal, timezone: string): MessageView {
  const { version, proposedBy, criteria } = proposal;
  const head = `*What is “qualified”? Version ${version}*, proposed by ${person(proposedBy)}`;
  return {
    text: `What is “qualified”? ${standingText(proposal)}`,
    blocks: [
      section(`${head}\n${criteria.map(criterionLine).join('\n')}`),
      ...standingBlocks(proposal, timezone),
    ],
  };
}

function criterionLine({ label, required }: Criterion): string {
  return `• ${escapeText(label)}${required ? ' · _required_' : ''}`;
}

function standingText({ version, signedAt, replacedAt }: Proposal): string {
  if (replacedAt !== null) return `Version ${version} was replaced by a newer proposal.`;
  if (signedAt !== null) return `Version ${version} counts: both sides have signed.`;
  return `Version ${version} waits to be signed by both sides.`;
}

function standingBlocks(proposal: Proposal, timezone: string): TangoBlock[] {
  const { version, signedAt, replacedAt } = proposal;
  if (replacedAt !== null) return [context('Replaced by a newer proposal.')];
  const signatures = SIDES.map((side) => signatureLine(proposal, side)).join('\n');
  if (signedAt !== null) {
    return [
      section(signatures),
      context(`:white_check_mark: Counts since ${readerTime(signedAt, timezone)}.`),
    ];
  }
  return [
    section(signatures),
    actions([button({ action: DEFINITION.sign, text: 'Sign', value: String(version), style: 'primary' })]),
    context('It counts once one person of each side has signed.'),
  ];
}

const NAMES: Record<Side, string> = { marketing: 'For marketing', sales: 'For sales' };

function signatureLine({ signatures, asked }: Proposal, side: Side): string {
  const [signed, waitsFor] = [signatures[side], asked[side]];
  if (signed !== null) return `:large_green_circle: ${NAMES[side]}: signed by ${person(signed)}`;
  return `:white_circle: ${NAMES[side]}: waits for ${waitsFor ? person(waitsFor) : 'a signature'}`;
}

/** That a source fell silent, or cost money without a lead: once, to whoever has it. */
import type { SourceAlert } from '../../../domain/source/source-alert.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayMoneyWithoutLead, saySilence } from '../../../sentences/en/source-alert.ts';
import { SOURCE, SPEND } from '../../action-ids.ts';
import { actions, context, section } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText } from '../kit/text.ts';

export function sourceAlert({ alert, source }: { alert: SourceAlert; source: string }): MessageView {
  const name = escapeText(clip(source, 100));
  const isSilent = alert.kind === 'silent';
  const words = isSilent ? saySilence(alert) : sayMoneyWithoutLead(alert);
  const look = isSilent
    ? button({ action: SOURCE.open, text: 'Sources' })
    : button({ action: SPEND.open, text: 'What it cost' });
  return {
    text: `${name}: ${words}`,
    blocks: [
      section(`*${name}*: ${words}`),
      context('You are told this once; until its next lead it stands on the agenda of the scorecard.'),
      actions([look]),
    ],
  };
}

import type { Lead } from '../../../domain/lead/lead.ts';
import { channelAt } from '../../../domain/team/place.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { LEAD } from '../../action-ids.ts';
import { actions, section } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { channelLink, escapeText, link } from '../kit/text.ts';

interface MessageLeadScene {
  lead: Lead;
  /** To its card; null: it is not in Slack yet. */
  url: string | null;
}

/** Below a message that somebody made a lead. */
export function madeFromMessage({ lead, url }: MessageLeadScene): MessageView {
  const who = escapeText(leadTitle(lead));
  const named = url ? link(url, 'card') : 'card';
  const channel = channelAt(lead.cardChannel);
  const sentence = channel ? ` Its ${named} is in ${channelLink(channel)}.` : '';
  const show = button({ action: LEAD.show, text: 'Show the lead', value: lead.id });
  return {
    text: `${who} is a lead now.${sentence}`,
    blocks: [section(`*${who}* is a lead now.${sentence}`), actions([show])],
  };
}

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
  /** Null: it is not in Slack yet. */
  card: { channel: string; ts: string } | null;
}

/** Below a message that somebody made a lead. */
export function madeFromMessage({ lead, card }: MessageLeadScene): MessageView {
  const who = escapeText(leadTitle(lead));
  const url = card && cardUrl(lead, card);
  const named = url ? link(url, 'card') : 'card';
  const channel = channelAt(lead.cardChannel);
  const sentence = channel ? ` Its ${named} is in ${channelLink(channel)}.` : '';
  const show = button({ action: LEAD.show, text: 'Show the lead', value: lead.id });
  return {
    text: `${who} is a lead now.${sentence}`,
    blocks: [section(`*${who}* is a lead now.${sentence}`), actions([show])],
  };
}

/** In the workspace of the message that it came from. */
function cardUrl({ fields }: Lead, { channel, ts }: { channel: string; ts: string }): string | null {
  const message = fields['Slack message'];
  if (!message || !URL.canParse(message)) return null;
  return `${new URL(message).origin}/archives/${channel}/p${ts.replace('.', '')}`;
}

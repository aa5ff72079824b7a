import { context, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { channelLink } from '../kit/text.ts';

export interface HelpScene {
  leadsChannel: string | null;
  fieldChannel: string | null;
  scorecardChannel: string | null;
}

/** `/tango` with no words: what this is, and the next sensible thing to do. */
export function help({ leadsChannel, fieldChannel, scorecardChannel }: HelpScene): MessageView {
  const where = (channel: string | null) => (channel ? ` in ${channelLink(channel)}` : '');
  const lines = [
    `*Leads* arrive as cards${where(leadsChannel)}: claim one, contact it, then qualify or reject it with a reason.`,
    '*/lead* notes one down that you met; “Make this a lead” in the menu of a message does it with what was written.',
    `*/insight* asks the field for a story${where(fieldChannel)}: a case study, a quote, an objection.`,
    `*/scorecard* shows this week in numbers; every Monday it is posted${where(scorecardChannel)}.`,
    '*/tango settings* shows how we work; managers change it there.',
    '*/tango leave* says when you are away, */tango hours* and */tango region* when you work: no reminder comes outside of that.',
    '*/tango routing* is for managers: whose turn it is for new leads.',
  ];
  const missing = leadsChannel
    ? []
    : [context('No leads channel is set yet: choose one in `/tango settings`, under Channels.')];
  return {
    text: 'Tango turns every marketing lead into a card that somebody claims, contacts and gives a verdict on.',
    blocks: [
      section('*Tango* makes sure that no lead is ignored and no verdict is silent.'),
      section(lines.map((line) => `• ${line}`).join('\n')),
      ...missing,
    ],
  };
}

import { nearest } from '../../../domain/nearest.ts';
import type { AskedAbout } from '../../../domain/team/asked-about.ts';
import { clip } from '../../../sentences/clip.ts';
import { context, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { channelLink, escapeText } from '../kit/text.ts';

export interface HelpScene {
  leadsChannel: string | null;
  fieldChannel: string | null;
  scorecardChannel: string | null;
}

/** The words behind `/tango`. */
const TANGO_WORDS = [
  'settings',
  'managers',
  'leave',
  'hours',
  'region',
  'routing',
  'forms',
  'sources',
  'spend',
  'goals',
] as const;

/** `/tango` with a word that means nothing to us: said to be so, with the nearest ones, and what there is. */
export function unknownWord(typed: string, scene: HelpScene): MessageView {
  const near = nearest(typed.split(/\s/, 1)[0] ?? '', TANGO_WORDS).map((word) => `*/tango ${word}*`);
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ' This is what there is:';
  const { text, blocks } = help(scene);
  const said = `I do not know “${escapeText(clip(typed, 60))}”.${meant}`;
  return { text: `${said.replaceAll('*', '')} ${text}`, blocks: [section(said), ...blocks.slice(1)] };
}

/** To who writes to Tango: what they seem to look for is a command, and the rest of what there is. */
export function answerToMessage(about: AskedAbout | null, scene: HelpScene): MessageView {
  const { text, blocks } = help(scene);
  const here = 'I only know commands: they begin with a slash and work here as well.';
  const command = about && (isOwnCommand(about) ? `/${about}` : `/tango ${about}`);
  const said = command ? `${here} Type *${command}*.` : `${here} This is what there is:`;
  return { text: `${said.replaceAll('*', '')} ${text}`, blocks: [section(said), ...blocks.slice(1)] };
}

function isOwnCommand(about: AskedAbout): boolean {
  return about === 'scorecard' || about === 'lead' || about === 'insight';
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
    '*/tango forms* is for marketing: addresses for forms, and what their questions mean.',
    '*/tango sources* is for marketing too: where leads come from, what each brought and cost, and what is the same under two names.',
    '*/tango goals* is what both sides want to reach in a month or a quarter: proposed, signed by one of each side, and how it goes.',
    '*/tango spend* is what it cost: agencies, fairs, salaries and tools as well as ads, to look at, add, correct and take back.',
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

import { isOpen, type Lead } from '../../../domain/lead/lead.ts';
import type { LeadMatch } from '../../../domain/lead/match.ts';
import { isMergeable } from '../../../domain/lead/merge.ts';
import { clip } from '../../../sentences/clip.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { MATCH } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person, quote } from '../kit/text.ts';
import { cardTitle } from './lead-card.ts';
import { matchedName, whoCame } from './match-lines.ts';

export interface MatchScene {
  lead: Lead;
  earlier: Lead;
  match: LeadMatch;
  /** In the thread of the new card or of the earlier one, or by direct message to the owner of the earlier lead. */
  place: 'new' | 'earlier' | 'owner';
}

/** A new lead looks like an earlier one: which, what was written, and whether the two are one. Drawn again once somebody has said. */
export function matchMessage(scene: MatchScene): MessageView {
  const sentence = scene.place === 'new' ? knownAlready(scene) : cameAgain(scene);
  return {
    text: `${scene.place === 'owner' ? `${escapeText(leadTitle(scene.earlier))}: ` : ''}${sentence}`,
    blocks: [section(`${sentence}${wordsOf(scene)}`), ...yourLead(scene), ...question(scene)],
  };
}

function knownAlready({ earlier, match }: MatchScene): string {
  switch (match.by) {
    case 'email':
      return `We know this person: ${matchedName(earlier)}.`;
    case 'phone':
      return `We know this phone number: ${matchedName(earlier)}.`;
    case 'company':
      return `We know this company: ${matchedName(earlier)}.`;
    default:
      return match.by satisfies never;
  }
}

function cameAgain({ lead, match }: MatchScene): string {
  const who = whoCame(lead, match.by);
  const source = lead.source ? `, through ${escapeText(lead.source)}` : '';
  return `${who[0]?.toUpperCase()}${who.slice(1)}${source}.`;
}

const WORDS_SHOWN = 600;

/** The new card itself shows them. */
function wordsOf({ lead, place }: MatchScene): string {
  if (place === 'new' || !lead.message) return '';
  return `\n${quote(clip(lead.message, WORDS_SHOWN))}`;
}

function yourLead({ earlier, place }: MatchScene): TangoBlock[] {
  return place === 'owner' ? [context(`Your lead: ${cardTitle(earlier)} · ${STANDS[earlier.state]}`)] : [];
}

const STANDS: Record<Lead['state'], string> = {
  new: 'not claimed',
  claimed: 'claimed',
  qualified: 'qualified',
  rejected: 'rejected',
  resting: 'resting',
  returned: 'back with marketing',
  won: 'won',
  lost: 'lost',
  merged: 'merged',
};

const DECIDED = { merged: 'merged the two.', kept_apart: 'keeps the two apart.' } as const;

function question({ lead, earlier, match }: MatchScene): TangoBlock[] {
  const { decision } = match;
  if (decision) return [context(`${person(decision.by)} ${DECIDED[decision.kind]}`)];
  if (!isMergeable(lead)) return [];
  const of = leadTitle(lead);
  const merge = { action: MATCH.merge, text: 'Merge', style: 'primary', label: `Merge: ${of}` } as const;
  const apart = { action: MATCH.keepApart, text: 'Keep apart', label: `Keep apart: ${of}` };
  return [
    context(
      `Merged, they are one lead: the earlier one, with the new words${isOpen(lead) ? (REOPENS[earlier.state] ?? '') : ''}.`,
    ),
    actions([button({ ...merge, value: lead.id }), button({ ...apart, value: lead.id })]),
  ];
}

/** What merging in one that nobody has judged does to a lead that is closed. */
const REOPENS: Partial<Record<Lead['state'], string>> = {
  rejected: '; it opens again',
  resting: '; its rest is over',
  returned: '; it comes back from marketing',
  lost: '; it opens again',
};

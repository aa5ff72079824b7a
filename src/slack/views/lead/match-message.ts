import { isOpen, type Lead } from '../../../domain/lead/lead.ts';
import type { LeadMatch, MatchDecision } from '../../../domain/lead/match.ts';
import { isMergeable } from '../../../domain/lead/merge.ts';
import { isPerson } from '../../../domain/team/actor.ts';
import { clip } from '../../../sentences/clip.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { MATCH } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person, quote } from '../kit/text.ts';
import { cardTitle } from './lead-card.ts';
import { STANDS } from './lead-stands.ts';
import { type MatchedLeads, matchedName, NAMES_SHOWN, sayRepeats, whoCame } from './match-lines.ts';

export interface MatchScene {
  /** In the thread of the new card or of the earlier one, or by direct message to whoever works on the chain of their leads. */
  place: 'new' | 'earlier' | 'owner';
  earlier: Lead;
  /** All that came within the hour, oldest first; on a new card itself alone. */
  came: readonly CameAgain[];
  timezone: string;
}

export interface CameAgain {
  lead: Lead;
  match: LeadMatch;
  /** How often its words came again. */
  repeats: MatchedLeads['repeats'];
}

/** Each has words and buttons; what came before them is on cards of its own. */
const SHOWN = 3;

/** A new lead looks like an earlier one: which, what was written, and whether the two are one. Drawn again as more come, and once somebody has said. */
export function matchMessage(scene: MatchScene): MessageView {
  const { earlier, place, came } = scene;
  const newest = came.toReversed().slice(0, SHOWN);
  const sentence = newest[0] ? sentenceOf(scene, newest[0]) : '';
  const often = came.length > 1 ? `, ${came.length} times within the hour` : '';
  return {
    text: `${place === 'owner' ? `${escapeText(leadTitle(earlier))}: ` : ''}${sentence.replace(/\.$/, `${often}.`)}`,
    blocks: [
      ...newest.flatMap((each) => cameBlocks(scene, each)),
      ...moreBefore(came.length - newest.length),
    ],
  };
}

function cameBlocks(scene: MatchScene, each: CameAgain): TangoBlock[] {
  const { repeats } = each;
  return [
    section(`${sentenceOf(scene, each)}${wordsOf(scene, each)}`),
    // The new card itself says so.
    ...(repeats && scene.place !== 'new' ? [context(sayRepeats(repeats, scene.timezone))] : []),
    ...yourLead(scene, each),
    ...question(scene, each),
  ];
}

function moreBefore(count: number): TangoBlock[] {
  return count > 0 ? [context(`And ${count} before that, each on its own card.`)] : [];
}

function sentenceOf({ place, earlier }: MatchScene, each: CameAgain): string {
  return place === 'new' ? knownAlready(earlier, each) : cameAgain(each);
}

function knownAlready(earlier: Lead, { match }: CameAgain): string {
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

function cameAgain({ lead, match }: CameAgain): string {
  const who = whoCame(lead, match.by);
  const source = lead.source ? `, through ${escapeText(clip(lead.source, NAMES_SHOWN))}` : '';
  return `${who[0]?.toUpperCase()}${who.slice(1)}${source}.`;
}

const WORDS_SHOWN = 600;
/** Of several in one message. */
const WORDS_OF_EACH = 200;

/** The new card itself shows them. */
function wordsOf({ place, came }: MatchScene, { lead }: CameAgain): string {
  if (place === 'new' || !lead.message) return '';
  return `\n${quote(clip(lead.message, came.length > 1 ? WORDS_OF_EACH : WORDS_SHOWN))}`;
}

/** Once, below the newest. */
function yourLead({ earlier, place, came }: MatchScene, { match }: CameAgain): TangoBlock[] {
  if (place !== 'owner' || match !== came.at(-1)?.match) return [];
  const whose = earlier.owner === match.told ? 'Your lead: ' : '';
  return [context(`${whose}${matchedTitle(earlier, whose !== '')} · ${STANDS[earlier.state]}`)];
}

/** To somebody else it says whose it is. */
function matchedTitle(earlier: Lead, isTheirs: boolean): string {
  return isTheirs ? cardTitle(earlier) : matchedName(earlier);
}

const DECIDED = { merged: 'merged the two.', kept_apart: 'keeps the two apart.' } as const;

function question({ earlier, came }: MatchScene, { lead, match }: CameAgain): TangoBlock[] {
  const { decision } = match;
  if (decision) return [context(`${decider(decision)} ${DECIDED[decision.kind]}`)];
  if (!isMergeable(lead)) return [];
  const of = leadTitle(lead);
  const isNewest = match === came.at(-1)?.match;
  const merge = { action: MATCH.merge, text: 'Merge', label: `Merge: ${of}` } as const;
  const apart = { action: MATCH.keepApart, text: 'Keep apart', label: `Keep apart: ${of}` };
  return [
    ...(isNewest ? [context(mergedWords(lead, earlier))] : []),
    actions([
      button({ ...merge, value: lead.id, ...(isNewest ? { style: 'primary' } : {}) }),
      button({ ...apart, value: lead.id }),
    ]),
  ];
}

function mergedWords(lead: Lead, earlier: Lead): string {
  const reopens = isOpen(lead) ? (REOPENS[earlier.state] ?? '') : '';
  return `Merged, they are one lead: the earlier one, with the new words${reopens}.`;
}

function decider({ by }: MatchDecision): string {
  return isPerson(by) ? person(by) : 'The CRM';
}

/** What merging in one that nobody has judged does to a lead that is closed. */
const REOPENS: Partial<Record<Lead['state'], string>> = {
  rejected: '; it opens again',
  resting: '; its rest is over',
  returned: '; it comes back from marketing',
  lost: '; it opens again',
};

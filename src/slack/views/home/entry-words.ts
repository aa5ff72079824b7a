/** A line or two for each thing that Home and its lists show. All of it is mrkdwn. */
import type { HomeEntry, HomeLead, HomeStory, Reject } from '../../../domain/home.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { PromiseKind } from '../../../domain/promise/kinds.ts';
import { personOf } from '../../../domain/promise/promise.ts';
import type { PromisedThing } from '../../../domain/promise/thing.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayMoney } from '../../../sentences/en/money.ts';
import { PROMISE_WORDS } from '../../../sentences/en/promise.ts';
import { sayRejectsOf, saySummed } from '../../../sentences/en/rejects.ts';
import { sayStoryTitle } from '../../../sentences/en/story.ts';
import { wantedBold } from '../insight/insight-words.ts';
import { escapeText, link, person, quote } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import { cardTitle } from '../lead/lead-card.ts';
import { nextStepWords } from '../lead/next-step.ts';
import { reachLinks } from '../lead/reach.ts';
import type { Where } from './home-blocks.ts';

const WORDS_SHOWN = 150;

export interface EntryWhere extends Where {
  /** Who owes it is said. */
  names?: boolean;
  /** Others have it: how to reach them, and why it came back, is theirs. */
  isShort?: boolean;
  /** What it waits for stands above already. */
  isUnderKind?: boolean;
}

/** "*Dana Whitfield*, … / Waits for a first contact · @ana · was due {10:40 yesterday} · Open" */
export function entryWords(entry: HomeEntry, where: EntryWhere): string {
  const { promise, thing, url } = entry;
  const owes = where.names ? owesWords(entry) : '';
  const waits = where.isUnderKind ? '' : PROMISE_WORDS[promise.kind].waits;
  const quiet = thing.is === 'lead' && where.names ? quietWords(thing.lead, where) : '';
  const line = capital(dotted([waits, owes, dueWords(promise.dueAt, where), quiet, open(url)]));
  return lines([
    titleOf(thing),
    line,
    ...(thing.is === 'lead' && !where.isShort ? aboutLead(thing.lead, entry) : []),
  ]);
}

/** How to reach them; or why it came back, which is what is to be mended. */
function aboutLead(lead: Lead, { reasonLabel }: HomeEntry): string[] {
  if (lead.state !== 'returned') return [reachLinks(lead)];
  const by = lead.verdictBy ? person(lead.verdictBy) : '';
  const note = lead.verdictNote ? quote(clip(lead.verdictNote, WORDS_SHOWN)) : '';
  return [dotted([escapeText(reasonLabel ?? 'no reason given'), by]), note, reachLinks(lead)];
}

/** Of a lead that nobody has: where it came from, by which somebody is chosen for it. */
function owesWords({ promise: { owedBy }, thing }: HomeEntry): string {
  if (personOf(owedBy)) return person(owedBy);
  const isNobodys = thing.is === 'lead' && thing.lead.state === 'new';
  return isNobodys ? escapeText(thing.lead.source ?? 'no source') : owedBy;
}

/** "Waiting for a first contact" */
export function waitingFor(kind: PromiseKind): string {
  return PROMISE_WORDS[kind].waits.replace(/^waits/, 'Waiting');
}

function dueWords(dueAt: number, { timezone, now }: Where): string {
  return readerTime(dueAt, timezone, dueAt > now ? 'due' : 'was due');
}

function titleOf(thing: PromisedThing): string {
  switch (thing.is) {
    case 'lead':
      return cardTitle(thing.lead);
    case 'story':
      return storyTitle(thing.story);
    case 'request':
      return `${person(thing.request.askedBy)} asks for ${wantedBold(thing.request)}`;
    case 'rejects':
      return `*${escapeText(clip(sayRejectsOf(thing.summed), 100))}*: ${escapeText(saySummed(thing.summed))}`;
    default:
      return thing satisfies never;
  }
}

/** Qualified: what it is worth and what comes next, with a flag where that is past; their words and how to reach them stay. */
export function dealWords({ lead, url }: HomeLead, where: Where): string {
  const { value } = lead;
  const worth = dotted(['Qualified', value ? sayMoney(value) : '', nextStepWords(lead, where), open(url)]);
  const words = lead.message ? quote(clip(lead.message, WORDS_SHOWN)) : '';
  return lines([cardTitle(lead), worth, words, reachLinks(lead)]);
}

export function snoozedWords({ lead, url }: HomeLead, where: Where): string {
  return lines([cardTitle(lead), dotted([capital(quietWords(lead, where)), open(url)]), reachLinks(lead)]);
}

function quietWords({ snoozedUntil }: Lead, { timezone, now }: Where): string {
  if (snoozedUntil === null || snoozedUntil <= now) return '';
  return readerTime(snoozedUntil, timezone, 'snoozed until');
}

export function stoppedWords({ lead, url }: HomeLead): string {
  return lines([cardTitle(lead), dotted([escapeText(lead.source ?? 'no source'), open(url)])]);
}

interface RejectStyle {
  mostOfNote?: number;
  /** Its campaign stands above already. */
  isUnderCampaign?: boolean;
}

/** "Not our market · @ben · {10:40 today} · Open", and below it what marketing should know. */
export function rejectWords(
  { lead, reasonLabel, url }: Reject,
  { timezone, mostOfNote = 600, isUnderCampaign = false }: Where & RejectStyle,
): string {
  const why = escapeText(clip(reasonLabel ?? lead.rejection?.reason ?? 'no reason given', 80));
  const by = lead.verdictBy ? person(lead.verdictBy) : '';
  const at = lead.verdictAt === null ? '' : readerTime(lead.verdictAt, timezone);
  const from = lead.campaign && !isUnderCampaign ? escapeText(clip(lead.campaign, 80)) : '';
  const note = lead.verdictNote ? quote(clip(lead.verdictNote, mostOfNote)) : '';
  return lines([cardTitle(lead), dotted([why, by, at, from, open(url)]), note]);
}

export function storyWords({ story, url }: HomeStory): string {
  return lines([storyTitle(story), dotted([`Told by ${person(story.toldBy)}`, open(url)])]);
}

function storyTitle(story: HomeStory['story']): string {
  return `*${escapeText(clip(sayStoryTitle(story), 150))}*`;
}

function open(url: string | null): string {
  return url ? link(url, 'Open') : '';
}

function dotted(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}

function lines(parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

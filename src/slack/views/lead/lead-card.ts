/** The card of a lead: one message that is edited in place as the lead moves, always drawn from the database. */

import type { ActionsBlock } from '@slack/types';
import {
  ERASED_THERE,
  GONE_THERE,
  MEETING_AT,
  MEETING_CANCELLED,
  MEETING_MISSED,
} from '../../../domain/lead/change.ts';
import { isGiven, isOpen, type Lead } from '../../../domain/lead/lead.ts';
import type { PromiseKind } from '../../../domain/promise/kinds.ts';
import { clip } from '../../../sentences/clip.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { sayMoney } from '../../../sentences/en/money.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, quote } from '../kit/text.ts';
import { readerTime, sayDay, teamTime } from '../kit/times.ts';
import { leadButtons, leadMenu } from './lead-buttons.ts';
import { type LeadCardScene, leadStatus } from './lead-status.ts';
import { matchLines } from './match-lines.ts';
import { reachLinks } from './reach.ts';

export function leadCard(scene: LeadCardScene): MessageView {
  const status = leadStatus(scene);
  const blocks: (TangoBlock | null)[] = [
    section(body(scene)),
    status ? section(status) : null,
    clockLine(scene),
    ...(scene.matches ? matchLines(scene.matches, scene.timezone) : []),
    buttonRow(scene),
  ];
  return { text: cardText(scene), blocks: blocks.filter((block) => block !== null) };
}

/** All of it while somebody decides what it is; their words and how to reach them while there is something to win; then who it was. */
function body(scene: LeadCardScene): string {
  const { lead } = scene;
  if (isOpen(lead)) return fullBody(scene);
  return lead.state === 'qualified'
    ? [cardTitle(lead), words(lead), reach(lead)].filter(Boolean).join('\n')
    : cardTitle(lead);
}

function words({ message }: Lead): string {
  return message ? quote(clip(message, WORDS_SHOWN)) : '';
}

function reach(lead: Lead): string {
  const links = reachLinks(lead);
  return links && `*Reach*  ${links}`;
}

/** "*Dana Whitfield* · Head of Operations, *Harbour Hotels*" */
export function cardTitle(lead: Lead): string {
  const who = bold(lead.name ?? (lead.company ? null : leadTitle(lead)));
  const where = [escapeText(lead.title ?? ''), bold(lead.company)].filter(Boolean).join(', ');
  const marks = [lead.priority === 'hot' ? ':fire: hot' : '', lead.isTest ? ':test_tube: test' : ''];
  return [who, where, ...marks].filter(Boolean).join(' · ');
}

/** Where longer words end on the card; all of them are under "Show everything". */
const WORDS_SHOWN = 600;

function fullBody({ lead, timezone }: LeadCardScene): string {
  const lines = [
    cardTitle(lead),
    words(lead),
    facts([
      ['Source', lead.source ?? '(no source)'],
      ['Campaign', lead.campaign],
      ['Segment', [lead.segment, lead.companySize].filter(Boolean).join(', ') || null],
      ['Region', lead.region],
    ]),
    meetingLine(lead, timezone),
    goneLine(lead),
    facts([['Why us', lead.reason && clip(lead.reason, WORDS_SHOWN)]]),
    reach(lead),
  ];
  return lines.filter(Boolean).join('\n');
}

/** What a calendar tells, and tells again when it changes. */
function meetingLine({ fields }: Lead, timezone: string): string {
  const at = Date.parse(fields[MEETING_AT] ?? '');
  if (fields[MEETING_CANCELLED] !== undefined) return '*Meeting*  cancelled';
  const when = Number.isNaN(at) ? null : readerTime(at, timezone);
  const missed = fields[MEETING_MISSED] === undefined ? null : 'they did not come';
  return when || missed ? `*Meeting*  ${[when, missed].filter(Boolean).join(' · ')}` : '';
}

/** Whoever calls should know it before. */
function goneLine({ fields }: Lead): string {
  const gone = fields[GONE_THERE];
  if (gone === undefined) return '';
  return gone === ERASED_THERE ? '*CRM*  erased for their privacy' : '*CRM*  deleted there';
}

function facts(pairs: [label: string, value: string | null | undefined][]): string {
  return pairs
    .filter(([, value]) => value)
    .map(([label, value]) => `*${label}*  ${escapeText(value ?? '')}`)
    .join('  ·  ');
}

function bold(text: string | null): string {
  return text ? `*${escapeText(text)}*` : '';
}

/** What is asked of sales, and the word before its time. */
export const NEXT_STEP: Partial<Record<PromiseKind, readonly [step: string, before: string]>> = {
  claim: ['Claim', 'by'],
  take: ['Claim', 'by'],
  contact: ['First contact', 'due'],
  verdict: ['Verdict', 'due'],
};

/** Once it is broken the line above says so. */
function clockLine({ lead, promise, timezone, now }: LeadCardScene): TangoBlock | null {
  if (!isOpen(lead)) return null;
  const arrived = readerTime(lead.receivedAt, timezone, 'arrived');
  const next = promise && now < promise.dueAt ? NEXT_STEP[promise.kind] : null;
  if (!promise || !next) return context(arrived);
  const [step, before] = next;
  return context(`${step} *${readerTime(promise.dueAt, timezone, before)}* · ${arrived}`);
}

function buttonRow({ lead, now }: LeadCardScene): ActionsBlock {
  return actions([...leadButtons(lead), leadMenu(lead, now)]);
}

function cardText({ lead, promise, timezone }: LeadCardScene): string {
  const who = escapeText(leadTitle(lead));
  const source = escapeText(lead.source ?? '(no source)');
  switch (lead.state) {
    case 'new':
      return `New lead from ${source}: ${who}.${promise ? ` Claim by ${teamTime(promise.dueAt, timezone)}.` : ''}`;
    case 'claimed':
      return isGiven(lead)
        ? `${who} is given to <@${lead.owner}>.`
        : `${who} is claimed by <@${lead.owner}>.`;
    case 'qualified':
      return `${who} was qualified by <@${lead.verdictBy}>.`;
    case 'rejected':
      return `${who} was rejected.`;
    case 'resting':
      return `${who} rests until ${lead.restsUntil ? sayDay(lead.restsUntil) : 'a later day'}.`;
    case 'returned':
      return `${who} went back to marketing.`;
    case 'won':
      return `${who} was won${lead.value ? `: ${sayMoney(lead.value)}` : ''}.`;
    case 'lost':
      return `${who} was lost.`;
    case 'merged':
      return `${who} was merged into another lead.`;
    default:
      return lead.state satisfies never;
  }
}

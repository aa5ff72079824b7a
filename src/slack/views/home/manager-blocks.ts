import type { Backlog } from '../../../domain/delivery/backlog.ts';
import type { Breaches, HomeLead, ManagerHome, WeekSoFar } from '../../../domain/home.ts';
import type { PromiseName } from '../../../domain/promise.ts';
import { channelAt } from '../../../domain/team/place.ts';
import { sayTimeToPost } from '../../../sentences/en/backlog.ts';
import { count } from '../../../sentences/en/count.ts';
import { sayTrouble } from '../../../sentences/en/trouble.ts';
import { sayWeek } from '../../../sentences/en/week.ts';
import { BACKLOG, SETTINGS } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { channelLink, escapeText, person } from '../kit/text.ts';
import { MRKDWN } from '../kit/voice.ts';
import { leadButtons, leadMenu } from '../lead/lead-buttons.ts';
import { cardTitle } from '../lead/lead-card.ts';
import { group, type SectionBlocks } from './home-blocks.ts';
import { dueWords } from './lead-words.ts';
import { pairBlocks } from './pair-blocks.ts';

export function managerBlocks({ troubles, bulk, ...home }: ManagerHome, timezone: string): SectionBlocks {
  const { breaches, worst, pairs, week } = home;
  const broken = breaches.reduce((sum, each) => sum + each.count, 0);
  const [title, ...leads] = group('Past their promise', { shown: worst, count: broken }, (each) => [
    breachLine(each, timezone),
  ]);
  return {
    waiting: [
      ...troubleBlocks(troubles),
      ...bulkBlocks(bulk),
      ...(title ? [title, section(breaches.map(breachWords).join('\n')), ...leads] : []),
      ...pairBlocks(pairs, timezone),
    ],
    toKnow: [weekLine(week), settingsEntry()],
  };
}

function troubleBlocks({ shown, count: all }: ManagerHome['troubles']): TangoBlock[] {
  const more = all - shown.length;
  const rest = more > 0 ? [context(`${more} more: \`tango outbox\` says all of them.`)] : [];
  return [...shown.map((facts) => section(`:warning: ${sayTrouble(facts, MRKDWN)}`)), ...rest];
}

function bulkBlocks({ waiting, stopped }: ManagerHome['bulk']): TangoBlock[] {
  const stop = button({ action: BACKLOG.stop, text: 'Stop them' });
  const wait = waiting.map((each, n) => section(waitingWords(each), n === 0 ? { accessory: stop } : {}));
  const list = group('Stopped cards', stopped, (lead) => [
    section(`${cardTitle(lead)}\n${escapeText(lead.source ?? 'no source')}`, { accessory: leadMenu(lead) }),
    actions(leadButtons(lead).map(({ style: _, ...plainButton }) => plainButton)),
  ]);
  if (list.length === 0) return wait;
  return [...wait, ...list, actions([button({ action: BACKLOG.post, text: `Post these ${stopped.count}` })])];
}

function waitingWords(backlog: Backlog): string {
  const place = channelAt(backlog.target);
  const where = place ? ` in ${channelLink(place)}` : '';
  return `*${count(backlog.bulk, 'card')}* that came together ${backlog.bulk === 1 ? 'waits' : 'wait'} to be posted${where}: ${sayTimeToPost(backlog)}, behind whatever comes alone.`;
}

const MISSING: Record<PromiseName, string> = {
  claim: 'unclaimed',
  contact: 'without a first contact',
  verdict: 'without a verdict',
};

/** "2 unclaimed (Webinar, Fair)", "3 without a first contact (@ana, @ben and 2 more)" */
function breachWords({ promise, count: broken, by }: Breaches): string {
  const say = promise === 'claim' ? (source: string) => escapeText(source || 'no source') : person;
  const rest = by.count > by.shown.length ? ` and ${by.count - by.shown.length} more` : '';
  return `• *${broken}* ${MISSING[promise]} (${by.shown.map(say).join(', ')}${rest})`;
}

function breachLine({ lead, promise }: HomeLead, timezone: string): TangoBlock {
  const due = promise ? dueWords(promise, { isPast: true, timezone }) : '';
  const where = lead.owner ? person(lead.owner) : escapeText(lead.source ?? 'no source');
  return section(`${cardTitle(lead)}\n${[due, where].filter(Boolean).join(' · ')}`, {
    accessory: leadMenu(lead),
  });
}

function weekLine({ week, leads, qualified, won, untouched }: WeekSoFar): TangoBlock {
  const noun = leads === 1 ? 'lead' : 'leads';
  const numbers = leads === 0 ? 'no lead yet' : `${leads} ${noun}, ${qualified} qualified, ${won} won`;
  const waits = untouched === 0 ? '' : `${untouched} of them not claimed yet · `;
  return section(`*${sayWeek(week, week)}* so far: ${numbers}\n${waits}\`/scorecard\` shows all of it`);
}

function settingsEntry(): TangoBlock {
  return actions([
    button({ action: SETTINGS.open, text: 'Settings' }),
    button({ action: SETTINGS.audit, text: 'Audit log', label: 'Look at the audit log' }),
  ]);
}

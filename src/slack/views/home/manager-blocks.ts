import type { Backlog } from '../../../domain/delivery/backlog.ts';
import type { Breaches, ManagerHome, WeekSoFar } from '../../../domain/home.ts';
import { personOf } from '../../../domain/promise/promise.ts';
import { channelAt } from '../../../domain/team/place.ts';
import { sayTimeToPost } from '../../../sentences/en/backlog.ts';
import { count } from '../../../sentences/en/count.ts';
import { PROMISE_WORDS } from '../../../sentences/en/promise.ts';
import { sayTrouble } from '../../../sentences/en/trouble.ts';
import { sayWeek } from '../../../sentences/en/week.ts';
import { BACKLOG, SETTINGS } from '../../action-ids.ts';
import { actions, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { channelLink, person } from '../kit/text.ts';
import { MRKDWN } from '../kit/voice.ts';
import { leadMenu } from '../lead/lead-buttons.ts';
import { breachLine, plain } from './entry-blocks.ts';
import { stoppedWords } from './entry-words.ts';
import { group, listOf, more, type SectionBlocks, type Where } from './home-blocks.ts';
import { pairBlocks } from './pair-blocks.ts';

export function managerBlocks({ troubles, bulk, ...home }: ManagerHome, where: Where): SectionBlocks {
  const { breaches, worst, pairs, week } = home;
  const [title, ...leads] = group({ title: 'Past their promise', list: listOf('broken') }, worst, (each) => [
    breachLine(each, where),
  ]);
  return {
    waiting: [
      ...troubleBlocks(troubles),
      ...bulkBlocks(bulk, where),
      ...(title ? [title, section(breaches.map(breachWords).join('\n')), ...leads] : []),
      ...pairBlocks(pairs, where.timezone),
    ],
    toKnow: [weekLine(week), settingsEntry()],
  };
}

function troubleBlocks({ shown, count: all }: ManagerHome['troubles']): TangoBlock[] {
  return [
    ...shown.map((facts) => section(`:warning: ${sayTrouble(facts, MRKDWN)}`)),
    ...more(listOf('troubles'), all - shown.length, 'what is in the way'),
  ];
}

function bulkBlocks({ waiting, stopped }: ManagerHome['bulk'], { now }: Where): TangoBlock[] {
  const stop = button({ action: BACKLOG.stop, text: 'Stop them' });
  const wait = waiting.map((each, n) => section(waitingWords(each), n === 0 ? { accessory: stop } : {}));
  const list = group({ title: 'Stopped cards', list: listOf('stopped') }, stopped, (each) => [
    section(stoppedWords(each), { accessory: plain(each.lead)[0] ?? leadMenu(each.lead, now) }),
  ]);
  if (list.length === 0) return wait;
  return [...wait, ...list, actions([button({ action: BACKLOG.post, text: `Post these ${stopped.count}` })])];
}

function waitingWords(backlog: Backlog): string {
  const place = channelAt(backlog.target);
  const where = place ? ` in ${channelLink(place)}` : '';
  return `*${count(backlog.bulk, 'card')}* that came together ${backlog.bulk === 1 ? 'waits' : 'wait'} to be posted${where}: ${sayTimeToPost(backlog)}, behind whatever comes alone.`;
}

/** "3 wait for a first contact (@ana, @ben and 2 more)" */
function breachWords({ kind, count: broken, by }: Breaches): string {
  const waits = PROMISE_WORDS[kind].waits.replace(/^waits/, broken === 1 ? 'waits' : 'wait');
  const rest = by.count > by.shown.length ? ` and ${by.count - by.shown.length} more` : '';
  const names = by.shown.flatMap((each) => (personOf(each) ? [person(each)] : []));
  const who = names.length > 0 ? ` (${names.join(', ')}${rest})` : '';
  return `• *${broken}* ${waits}${who}`;
}

function weekLine({ week, leads, qualified, won, untouched }: WeekSoFar): TangoBlock {
  const numbers = leads === 0 ? 'no lead yet' : `${count(leads, 'lead')}, ${qualified} qualified, ${won} won`;
  const waits = untouched === 0 ? '' : `${untouched} of them not claimed yet · `;
  return section(`*${sayWeek(week, week)}* so far: ${numbers}\n${waits}\`/scorecard\` shows all of it`);
}

function settingsEntry(): TangoBlock {
  return actions([
    button({ action: SETTINGS.open, text: 'Settings' }),
    button({ action: SETTINGS.audit, text: 'Audit log', label: 'Look at the audit log' }),
  ]);
}

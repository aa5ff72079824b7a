/** `/tango goals`: what counts and how it goes, what waits to be signed, and what is over. */
import type { ModalView } from '@slack/types';
import { type Goal, standingOf } from '../../../domain/goal/goal.ts';
import type { GoalsPage, ProposedGoal, RunningGoal } from '../../../domain/goal/scenes.ts';
import { STANDING_WORDS, sayGoal } from '../../../sentences/en/goal.ts';
import { sayGoalPace } from '../../../sentences/en/goal-pace.ts';
import { sayPeriod } from '../../../sentences/en/period.ts';
import { GOAL, GOAL_MODAL, goalKey, goalsPage } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { modal } from '../kit/surfaces.ts';
import { person } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import { endWords } from '../team/signing.ts';

export const PAST_SHOWN = 10;
/** Each takes two blocks, of the hundred that a modal holds. */
const MOST_OPEN = 20;

export function goalListModal(page: GoalsPage, number: number): ModalView {
  const { running, proposed } = page;
  const isEmpty = running.length + proposed.length + page.pastCount === 0;
  return modal({
    callbackId: GOAL_MODAL.list,
    title: 'Goals',
    privateMetadata: goalsPage.encode(number),
    blocks: [
      ...(isEmpty
        ? [section('There is no goal yet. One counts once a person of each side has signed it.')]
        : []),
      ...group('Running', running.slice(0, MOST_OPEN).map(runningLine)),
      ...group(
        'To be signed',
        proposed.slice(0, MOST_OPEN).flatMap((each) => proposedBlocks(each, page)),
      ),
      ...(page.mayPropose
        ? [actions([button({ action: GOAL.propose, text: 'Propose a goal', style: 'primary' })])]
        : [context('Managers and marketers propose goals; both sides sign.')]),
      ...group(
        'Over',
        page.past.map((goal) => section(pastLine(goal, page))),
      ),
      ...turner(number, page.pastCount),
    ],
  });
}

function group(title: string, blocks: readonly TangoBlock[]): TangoBlock[] {
  return blocks.length === 0 ? [] : [section(`*${title}*`), ...blocks];
}

function runningLine({ pace }: RunningGoal): TangoBlock {
  return section(sayGoalPace(pace));
}

function proposedBlocks({ goal, may }: ProposedGoal, { timezone }: GoalsPage): TangoBlock[] {
  const value = goalKey.encode(goal.id);
  const label = (text: string) => `${text}: ${sayGoal(goal)}`;
  const buttons = [
    ...(may.sign
      ? [
          button({ action: GOAL.sign, text: 'Sign', value, label: label('Sign') }),
          button({ action: GOAL.decline, text: 'Decline…', value, label: label('Decline') }),
        ]
      : []),
    ...(may.withdraw
      ? [button({ action: GOAL.withdraw, text: 'Withdraw', value, label: label('Withdraw') })]
      : []),
  ];
  const since = readerTime(goal.proposedAt, timezone);
  const words = `${sayGoal(goal)} in ${sayPeriod(goal.period)}\nProposed by ${person(goal.proposedBy)} · ${since}`;
  return [section(words), ...(buttons.length > 0 ? [actions(buttons)] : [])];
}

function pastLine(goal: Goal, { today }: GoalsPage): string {
  const what = `${sayGoal(goal)} in ${sayPeriod(goal.period)}`;
  const how = goal.end ? endWords(goal.end) : `${capital(STANDING_WORDS[standingOf(goal, today)])}.`;
  return `${what} · proposed by ${person(goal.proposedBy)}\n${how}`;
}

function turner(page: number, count: number): TangoBlock[] {
  const pages = Math.ceil(count / PAST_SHOWN);
  if (pages <= 1) return [];
  const turn = (text: string, action: string, to: number) =>
    button({ action, text, value: goalsPage.encode(to) });
  return [
    context(`${page * PAST_SHOWN + 1} to ${Math.min(count, (page + 1) * PAST_SHOWN)} of ${count}`),
    actions([
      ...(page > 0 ? [turn('Back', GOAL.pageBack, page - 1)] : []),
      ...(page < pages - 1 ? [turn('More', GOAL.pageOn, page + 1)] : []),
    ]),
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

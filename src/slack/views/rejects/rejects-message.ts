/** What of a campaign was rejected in a week, to whoever answers for it; edited in place as it is answered. */
import type { Button } from '@slack/types';
import type { Reject } from '../../../domain/home.ts';
import type { SummedRejects } from '../../../domain/rejects/rejects.ts';
import { weekAt } from '../../../domain/time/week.ts';
import { clip } from '../../../sentences/clip.ts';
import {
  sayChange,
  sayRejected,
  sayRejectsOf,
  saySummed,
  shortReason,
} from '../../../sentences/en/rejects.ts';
import { sayWeek } from '../../../sentences/en/week.ts';
import { REJECTS, rejectsPage } from '../../action-ids.ts';
import { rejectWords } from '../home/entry-words.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button, confirm } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { clipMrkdwn, escapeText, person, quote } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';

export interface RejectsScene {
  summed: SummedRejects;
  /** Some of them, those with a note first. */
  shown: readonly Reject[];
  timezone: string;
  now: number;
}

/** So many of them are shown at once. */
export const REJECTS_SHOWN = 3;

const MOST_OF_NOTE = 150;

/** However long their names are: all of it is one message. */
const MOST_OF_LEAD = 1500;

export function rejectsMessage(scene: RejectsScene): MessageView {
  const { summed, shown } = scene;
  const { leads, reasons } = summed;
  const { answer } = summed.rejects;
  const of = clip(sayRejectsOf(summed), 100);
  if (leads === 0) return goneRejects(scene, of);
  const head = `*${escapeText(of)}*: ${sayRejected(leads)} in ${weekOf(scene)}`;
  const why = reasons
    .map(({ label, leads: those }) => `${those} ${escapeText(shortReason(label))}`)
    .join(' · ');
  return {
    text: `${escapeText(`${of}: ${saySummed(summed)}`)}. ${answer ? 'It is answered.' : 'What did you change?'}`,
    blocks: [
      section(`${head}\n${why}`),
      ...shown.map((each) => section(leadWords(each, scene))),
      ...endOf(scene),
    ],
  };
}

function leadWords(each: Reject, scene: RejectsScene): string {
  return clipMrkdwn(
    rejectWords(each, { ...scene, mostOfNote: MOST_OF_NOTE, isUnderCampaign: true }),
    MOST_OF_LEAD,
  );
}

/** Once all of them were taken back there is nothing to answer. */
function goneRejects(scene: RejectsScene, of: string): MessageView {
  const text = `${of}: what was rejected in ${weekOf(scene)} was taken back, all of it. There is nothing to answer.`;
  return { text: escapeText(text), blocks: [section(escapeText(text))] };
}

function weekOf({ summed, now, timezone }: RejectsScene): string {
  return sayWeek(summed.rejects.week, weekAt(now, timezone)).replace('Week', 'week');
}

function endOf({ summed, timezone }: RejectsScene): TangoBlock[] {
  const { id, answer } = summed.rejects;
  if (!answer)
    return [
      context(
        'Your answer stands in the next scorecard, under each of these leads and with who rejected them.',
      ),
      actions([allButton(summed), ...answerButtons(id, 'primary')]),
    ];
  const { change, sentence, by, at } = answer;
  const words = `${sayChange(change, person(by))}, ${readerTime(at, timezone)}\n${quote(sentence)}`;
  return [section(words), actions([allButton(summed), ...correctButtons(id)])];
}

export function correctButtons(id: string): Button[] {
  return [
    button({ action: REJECTS.correct, text: 'Correct…', value: id, label: 'Correct this answer' }),
    button({
      ...{ action: REJECTS.withdraw, text: 'Take back', value: id, label: 'Take this answer back' },
      confirm: confirm({
        title: 'Take the answer back?',
        text: 'Whoever has read it reads that it was taken back, and an answer is owed again.',
        yes: 'Take back',
      }),
    }),
  ];
}

function allButton({ rejects, leads }: SummedRejects): Button {
  const value = rejectsPage.encode({ rejectsId: rejects.id, page: 0 });
  return button({ action: REJECTS.all, text: `All ${leads}`, value, label: 'All of these rejected leads' });
}

/** In a list no one thing is the next: there it is without a style. */
export function answerButtons(id: string, style?: 'primary'): Button[] {
  return [
    button({ action: REJECTS.changed, text: 'What we changed', value: id, ...(style ? { style } : {}) }),
    button({ action: REJECTS.nothing, text: 'Nothing, because…', value: id }),
  ];
}

import type { Change, SummedRejects } from '../../domain/rejects/rejects.ts';
import type { AnsweredRejects } from '../../domain/scorecard/answered-rejects.ts';
import { clip } from '../clip.ts';
import type { Voice } from '../voice.ts';
import { count } from './count.ts';
import { shortWeek } from './week.ts';

/** What it was, in the middle of a sentence: "the targeting". */
const CHANGE_WORDS: Record<Change, string> = {
  targeting: 'the targeting',
  form: 'the form',
  message: 'the message',
  offer: 'the offer',
  nothing: 'nothing',
};

/** "Mia changed the targeting", "Mia changes nothing"; what exactly comes after it. */
export function sayChange(change: Change, by: string): string {
  return change === 'nothing' ? `${by} changes nothing` : `${by} changed ${CHANGE_WORDS[change]}`;
}

/** Of the campaign, else of its source. */
export function sayRejectsOf({ campaign, source }: Pick<SummedRejects, 'campaign' | 'source'>): string {
  return campaign ?? source ?? 'Without a source';
}

/** "14 leads were rejected" */
export function sayRejected(leads: number): string {
  return `${count(leads, 'lead')} ${leads === 1 ? 'was' : 'were'} rejected`;
}

/** "Not our market: region, segment or size": the part that names it. */
export function shortReason(label: string): string {
  return clip(label.split(':')[0]?.trim() || label, 50);
}

/** "14 leads were rejected in W47, 9 as Not our market" */
export function saySummed({ rejects, leads, reasons: [most] }: SummedRejects): string {
  const why = most && most.leads > 0 ? `, ${most.leads} as “${shortReason(most.label)}”` : '';
  return `${sayRejected(leads)} in ${shortWeek(rejects.week)}${why}`;
}

/** "9 of 14 as “Not our market”. @mia changed the targeting: 5 houses and more"; after four weeks "not our market: 9 of 52 before, 2 of 47 since". */
export function sayAnswer(answer: AnsweredRejects, voice: Voice): string {
  const { leads, of, label, change, sentence, since } = answer;
  const reason = `“${voice.text(shortReason(label))}”`;
  const by = sayChange(change, voice.person(answer.by, 'Marketing'));
  if (!since) return `${leads} of ${of} as ${reason}. ${by}: ${voice.text(clip(sentence, 300))}`;
  const { before, after } = since;
  const shares = `${reason}: ${before.part} of ${before.of} before, ${after.part} of ${after.of} since`;
  return change === 'nothing' ? `${shares}; nothing was changed` : `${shares} ${by}`;
}

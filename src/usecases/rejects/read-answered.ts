import type { CountedReason, Rejects } from '../../domain/rejects/rejects.ts';
import {
  type AnsweredRejects,
  LOOKED_AT_AFTER,
  type UnansweredRejects,
} from '../../domain/scorecard/answered-rejects.ts';
import { DAY } from '../../domain/time/duration.ts';
import { shiftWeek, type Week, weekRange } from '../../domain/time/week.ts';
import { countReasonShare } from '../../store/rejects/reason-share.ts';
import { findAnswered, findUnanswered } from '../../store/rejects/rejects.ts';
import type { Work } from '../work.ts';
import { sumRejects } from './sum-rejects.ts';

/** What was answered in the week, and what became of the reasons that were answered four weeks before it; the most rejected first. */
export async function readAnswered(
  { tx }: Pick<Work, 'tx'>,
  week: Week,
  timezone: string,
): Promise<AnsweredRejects[]> {
  const range = weekRange(week, timezone);
  const earlier = weekRange(shiftWeek(week, -LOOKED_AT_AFTER), timezone);
  const answered: AnsweredRejects[] = [];
  for (const rejects of await findAnswered(tx, range.start, range.end))
    answered.push(...(await asAnswered(tx, rejects, null)));
  for (const rejects of await findAnswered(tx, earlier.start, earlier.end))
    answered.push(...(await asAnswered(tx, rejects, range.end)));
  return answered.sort((a, b) => b.leads - a.leads || a.at - b.at);
}

/** `until`: up to which what became of it is counted; null: it is not. */
async function asAnswered(
  tx: Work['tx'],
  rejects: Rejects,
  until: number | null,
): Promise<AnsweredRejects[]> {
  const { answer } = rejects;
  if (!answer) return [];
  const { source, campaign, leads: of, reasons } = await sumRejects(tx, rejects);
  const counted: CountedReason | undefined = reasons.find(({ reason }) => reason === answer.reason);
  const { change, sentence, by, at, reason } = answer;
  const window = { since: at - LOOKED_AT_AFTER * 7 * DAY, at, before: until ?? at };
  return [
    {
      ...{ source, campaign, reason, label: counted?.label ?? reason, leads: counted?.leads ?? 0, of },
      ...{ change, sentence, by, at },
      since: until === null ? null : await countReasonShare(tx, rejects, reason, window),
    },
  ];
}

/** Whatever was late, and had not been answered by then; the most rejected first. */
export async function readUnanswered({ tx }: Pick<Work, 'tx'>, at: number): Promise<UnansweredRejects[]> {
  const unanswered: UnansweredRejects[] = [];
  for (const rejects of await findUnanswered(tx, { at, since: at - ON_AGENDA_FOR })) {
    const { campaign, source, leads } = await sumRejects(tx, rejects);
    if (leads > 0) unanswered.push({ of: campaign ?? source, leads });
  }
  return unanswered.sort((a, b) => b.leads - a.leads);
}

/** Nobody answers what was rejected a season ago. */
const ON_AGENDA_FOR = 56 * DAY;

/** Too many rejects of a week were for "other" reasons: to a manager, who can add the reason that is missing. */
import type { Reject } from '../../../domain/home.ts';
import { type Week, weekAt } from '../../../domain/time/week.ts';
import { sayWeek } from '../../../sentences/en/week.ts';
import { SETTINGS } from '../../action-ids.ts';
import { rejectWords } from '../home/entry-words.ts';
import { actions, section } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { clipMrkdwn } from '../kit/text.ts';

export const OTHER_SHOWN = 5;

interface OtherScene {
  week: Week;
  others: number;
  of: number;
  shown: readonly Reject[];
  timezone: string;
  now: number;
}

/** However long their names are: all of it is one message. */
const MOST_OF_LEAD = 1500;

export function otherReasonsMessage({ week, others, of, shown, timezone, now }: OtherScene): MessageView {
  const when = sayWeek(week, weekAt(now, timezone)).replace('Week', 'week');
  const text = `${others} of ${of} leads that were rejected in ${when} have “other” as their reason. Is a reason missing from the list?`;
  const style = { timezone, now, mostOfNote: 200 };
  return {
    text,
    blocks: [
      section(text),
      ...shown.map((each) => section(clipMrkdwn(rejectWords(each, style), MOST_OF_LEAD))),
      actions([button({ action: SETTINGS.reasons, text: 'Reject reasons' })]),
    ],
  };
}

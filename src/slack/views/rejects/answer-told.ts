/** The answer to rejects, where they were given: below each lead, and to each rep. Edited in place as it is corrected or taken back. */
import type { HomeLead } from '../../../domain/home.ts';
import type { RejectsAnswer, SummedRejects } from '../../../domain/rejects/rejects.ts';
import { weekAt } from '../../../domain/time/week.ts';
import { clip } from '../../../sentences/clip.ts';
import { count as counted } from '../../../sentences/en/count.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { sayChange, sayRejectsOf } from '../../../sentences/en/rejects.ts';
import { sayWeek } from '../../../sentences/en/week.ts';
import { context, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, link, person, quote } from '../kit/text.ts';

/** "@mia changed the targeting: 5 houses and more, from Monday." Null: it was taken back. */
export function answerLine(answer: RejectsAnswer | null): MessageView {
  if (!answer) {
    const text = 'What was said here of a change after this reject was taken back.';
    return { text, blocks: [section(text)] };
  }
  const change = sayChange(answer.change, person(answer.by));
  return {
    text: `${change}: ${escapeText(clip(answer.sentence, 300))}.`,
    blocks: [section(`:leftwards_arrow_with_hook: After this reject ${change}\n${quote(answer.sentence)}`)],
  };
}

interface ToRep {
  summed: SummedRejects;
  /** How many of them this rep has rejected; the first of those. */
  count: number;
  named: readonly HomeLead[];
  timezone: string;
  now: number;
}

export function answerToRep({ summed, count, named, timezone, now }: ToRep): MessageView {
  const { answer, week } = summed.rejects;
  const of = escapeText(clip(sayRejectsOf(summed), 100));
  const theirs = `You rejected ${counted(count, 'lead')} of it in ${sayWeek(week, weekAt(now, timezone)).replace('Week', 'week')}`;
  if (!answer) {
    const text = `${of}: what was said here of a change was taken back. Marketing owes an answer again.`;
    return {
      text,
      blocks: [
        section(`*${of}*: what was said here of a change was taken back. Marketing owes an answer again.`),
      ],
    };
  }
  const change = sayChange(answer.change, person(answer.by));
  const names = named.map(({ lead, url }) => {
    const name = clip(leadTitle(lead), 80);
    return url ? link(url, name) : escapeText(name);
  });
  const rest = count - named.length;
  const all = [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return {
    text: `${of}: ${change}. ${theirs}.`,
    blocks: [
      section(`*${of}*: ${change}\n${quote(answer.sentence)}`),
      ...(count > 0 ? [context(`${theirs}: ${all}`)] : []),
    ],
  };
}

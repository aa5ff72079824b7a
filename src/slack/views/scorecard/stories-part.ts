/** Which stories were asked for and told, which are overdue, and which are worth asking for, each with a button that asks. */
import type { StoriesOfWeek, WorthAsking } from '../../../domain/scorecard/stories.ts';
import { dayIn } from '../../../domain/time/day.ts';
import { KIND_WORDS } from '../../../sentences/en/insight.ts';
import { sayOverdue, sayStorySteps, sayWorth } from '../../../sentences/en/scorecard/stories.ts';
import { WIN } from '../../action-ids.ts';
import { context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { person } from '../kit/text.ts';
import { sayNearDay } from '../kit/times.ts';
import { MRKDWN } from '../kit/voice.ts';

export function storyBlocks(stories: StoriesOfWeek, timezone: string): TangoBlock[] {
  const { overdue, worth, more } = stories;
  const steps = sayStorySteps(stories);
  const late = overdue.map((request) => {
    const whom = request.people.length === 0 ? 'the field' : request.people.map(person).join(' ');
    return `• ${sayOverdue(request, MRKDWN)}, due ${sayNearDay(request.dueDate)}: ${whom}`;
  });
  return [
    ...(steps ? [section(steps)] : []),
    ...(late.length > 0 ? [section(['*Overdue*', ...late, ...andMore(more.overdue)].join('\n'))] : []),
    ...(worth.length > 0 ? [section('*Worth asking for*')] : []),
    ...worth.map((each) => worthBlock(each, timezone)),
    ...andMore(more.worth).map((text) => context(text)),
  ];
}

function worthBlock(worth: WorthAsking, timezone: string): TangoBlock {
  const { leadId, owner, wonAt, kind } = worth;
  const by = owner ? ` by ${person(owner)}` : '';
  return section(`${sayWorth(worth, MRKDWN)} Won ${sayNearDay(dayIn(timezone, wonAt))}${by}.`, {
    accessory: button({
      action: WIN.askFor,
      text: `Ask for a ${KIND_WORDS[kind].label.toLowerCase()}`,
      value: `${kind}:${leadId}`,
    }),
  });
}

function andMore(count: number): string[] {
  return count > 0 ? [`and ${count} more`] : [];
}

import type { Story, StoryEvent } from '../../../domain/story/story.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayStoryTitle } from '../../../sentences/en/story.ts';
import { STORY } from '../../action-ids.ts';
import { actions, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, link, person, quote } from '../kit/text.ts';

/** To the teller: what marketing asks, and what became of the story. Null: this step is no news to them. */
export function storyMessage({ story, event }: { story: Story; event: StoryEvent }): MessageView | null {
  const text = sentence(story, event);
  return text === null ? null : { text, blocks: [section(text), ...answerButton(story, event)] };
}

function sentence(story: Story, event: StoryEvent): string | null {
  const actor = person(event.actor);
  const title = clip(sayStoryTitle(story), 150);
  const named = `*${escapeText(title)}*`;
  switch (event.kind) {
    case 'asked_back':
      return `${actor} would like to know more about ${named}.${quoted(event.note)}`;
    case 'declined':
      return `${actor} can’t use ${named} this time.${quoted(event.note)}\nThank you for telling it.`;
    case 'accepted':
      return `${actor} takes your story: ${named}. Thank you.`;
    case 'published':
      return `${actor} published your story: ${link(event.note, title)}. Thank you.`;
    case 'told':
    case 'retold':
    case 'exception':
      return null;
    default:
      return event satisfies never;
  }
}

/** It stays there for good; when nothing is asked any more, a click is told so. */
function answerButton(story: Story, event: StoryEvent): TangoBlock[] {
  if (event.kind !== 'asked_back') return [];
  return [
    actions([button({ action: STORY.tellMore, text: 'Tell more', value: story.id, style: 'primary' })]),
  ];
}

function quoted(note: string): string {
  return `\n${quote(note)}`;
}

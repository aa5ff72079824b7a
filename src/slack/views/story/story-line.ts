import type { InsightRequest } from '../../../domain/insight/insight-request.ts';
import type { Story, StoryEvent } from '../../../domain/story/story.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayStoryTitle, sayUses } from '../../../sentences/en/story.ts';
import { section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, link, person, quote } from '../kit/text.ts';
import { permissionWords } from './permissions.ts';

export interface StoryLineScene {
  story: Story;
  request: InsightRequest | null;
  event: StoryEvent;
  today: string;
}

/** What happened to a story, in the thread of the request or of the story's card. */
export function storyLine(scene: StoryLineScene): MessageView {
  const text = sentence(scene);
  return { text, blocks: [section(text)] };
}

function sentence({ story, request, event, today }: StoryLineScene): string {
  const [actor, teller, title] = [person(event.actor), person(story.toldBy), titleOf(story)];
  switch (event.kind) {
    case 'told': {
      const asker = request ? `${person(request.askedBy)}, ` : '';
      return `${asker}${teller} told one: *${title}*. ${permissionWords(story.permissions, today)}`;
    }
    case 'retold':
      return `${teller} added to it: *${title}*.`;
    case 'accepted':
      return `${actor} takes the story of ${teller}: *${title}*. Thank you.`;
    case 'asked_back':
      return `${actor} asked ${teller}:${quoted(event.note)}`;
    case 'declined':
      return `${actor} declined it:${quoted(event.note)}`;
    case 'exception':
      return `${actor} published it with what is not permitted:${quoted(`${sayUses(event.uses)}: ${event.reason}`)}`;
    case 'published':
      return `Published: ${link(event.note, clip(sayStoryTitle(story), 150))}. Thank you, ${teller}.`;
    default:
      return event satisfies never;
  }
}

function titleOf(story: Story): string {
  return escapeText(clip(sayStoryTitle(story), 200));
}

function quoted(note: string): string {
  return `\n${quote(note)}`;
}

/** A request as the field sees it: the post in its channel, and the direct message to each person who is asked by name. */
import type { InsightRequest } from '../../../domain/insight/insight-request.ts';
import type { Reply } from '../../../domain/insight/reply.ts';
import type { Story } from '../../../domain/story/story.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayStoryTitle } from '../../../sentences/en/story.ts';
import { INSIGHT } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, link, person, quote } from '../kit/text.ts';
import { sayNearDay } from '../kit/times.ts';
import { mentions, wanted, wantedBold } from './insight-words.ts';

export interface RequestScene {
  request: InsightRequest;
  replies: readonly Reply[];
  stories: readonly Story[];
}

export function insightPost(scene: RequestScene): MessageView {
  const { request } = scene;
  const asks = `${person(request.askedBy)} asks the field`;
  const first = request.people.length > 0 ? `\nAsked first: ${mentions(request.people)}` : '';
  return {
    text: `${asks} for ${wanted(request)}, by ${sayNearDay(request.dueDate)}.`,
    blocks: [
      section(`*${asks}:* ${wantedBold(request)}\n${facts(request)}${first}`),
      ...toldLines(scene),
      ...helplessLine(scene.replies),
      ...buttonRow(request, ['tell', 'knowsWho', 'cannotHelp']),
    ],
  };
}

/** To one person. What they answered takes the place of the question; they may still change their mind. */
export function insightMessage(scene: RequestScene, to: PersonId): MessageView {
  const { request, replies, stories } = scene;
  const asks = `${introduction(scene, to)} asks you`;
  const own = ownAnswer(scene, to);
  const hasTold = stories.some((story) => story.toldBy === to);
  const offered: Offer[] = own ? (hasTold ? [] : ['tell']) : ['tell', 'knowsWho', 'cannotHelp'];
  const naming = replies.find((reply) => reply.kind === 'knows_who' && reply.named === to);
  const note = naming?.kind === 'knows_who' && naming.note ? `\n${quote(naming.note)}` : '';
  return {
    text: `${asks} for ${wanted(request)}, by ${sayNearDay(request.dueDate)}.`,
    blocks: [
      section(`${asks} for ${wantedBold(request)}.${note}\n${facts(request)}`),
      ...(own ? [section(own)] : []),
      ...(request.state === 'answered' ? toldLines(scene) : []),
      ...buttonRow(request, offered),
    ],
  };
}

function introduction({ request, replies }: RequestScene, to: PersonId): string {
  const naming = replies.find((reply) => reply.kind === 'knows_who' && reply.named === to);
  const asker = person(request.askedBy);
  if (!naming || request.people.includes(to)) return asker;
  return `${person(naming.person)} says that you would know: ${asker}`;
}

function facts({ purpose, dueDate, segment, product }: InsightRequest): string {
  const about = [segment && `Segment ${escapeText(segment)}`, product && `Product ${escapeText(product)}`];
  const lines = [
    `For: ${escapeText(purpose)} · by *${sayNearDay(dueDate)}*`,
    about.filter(Boolean).join(' · '),
  ];
  return lines.filter(Boolean).join('\n');
}

function ownAnswer({ replies, stories }: RequestScene, to: PersonId): string | null {
  const told = stories.find((story) => story.toldBy === to);
  if (told) return `You told: *${escapeText(sayStoryTitle(told))}*`;
  const reply = replies.findLast(({ person: who }) => who === to);
  if (!reply) return null;
  return reply.kind === 'knows_who'
    ? `You named ${person(reply.named)}.`
    : 'You can’t help with this one. That is good to know too.';
}

/** A channel has no room for more; the rest is in the thread. */
const STORIES_SHOWN = 5;

const BECAME: Partial<Record<Story['state'], string>> = {
  accepted: ' · taken',
  published: ' · published',
};

function toldLines({ request, stories }: RequestScene): TangoBlock[] {
  const lines = stories
    .filter((story) => story.state !== 'declined')
    .slice(-STORIES_SHOWN)
    .map((story) => `${person(story.toldBy)} told ${title(story)}${BECAME[story.state] ?? ''}`);
  if (request.state === 'answered') lines.unshift(':white_check_mark: Answered. Thank you.');
  return lines.length > 0 ? [section(lines.join('\n'))] : [];
}

function title(story: Story): string {
  const words = clip(sayStoryTitle(story), 150);
  return `*${story.link ? link(story.link, words) : escapeText(words)}*`;
}

function helplessLine(replies: readonly Reply[]): TangoBlock[] {
  const helpless = replies.filter((reply) => reply.kind === 'cannot_help').map((reply) => reply.person);
  return helpless.length > 0 ? [context(`Can’t help: ${mentions(helpless)}`)] : [];
}

type Offer = keyof typeof INSIGHT;

const OFFERS: Record<Offer, string> = {
  tell: 'Tell the story',
  knowsWho: 'I know who',
  cannotHelp: 'Can’t help',
};

function buttonRow(request: InsightRequest, offers: readonly Offer[]): TangoBlock[] {
  if (request.state !== 'open' || offers.length === 0) return [];
  const buttons = offers.map((offer) =>
    button({
      action: INSIGHT[offer],
      text: OFFERS[offer],
      value: request.id,
      label: clip(`${OFFERS[offer]}: ${request.topic}`, 75),
      ...(offer === 'tell' && offers.length > 1 ? { style: 'primary' as const } : {}),
    }),
  );
  return [actions(buttons)];
}

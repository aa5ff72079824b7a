/** A story as marketing reads it: one message that is edited in place from "told" to "published". */
import type { Button, ImageBlock } from '@slack/types';
import type { InsightRequest } from '../../../domain/insight/insight-request.ts';
import type { Confidentiality, Story, StoryFile, StoryStep } from '../../../domain/story/story.ts';
import type { StoryState } from '../../../domain/story/story-state.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayResult, sayStoryTitle } from '../../../sentences/en/story.ts';
import { STORY } from '../../action-ids.ts';
import { wantedBold } from '../insight/insight-words.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { clipMrkdwn, escapeText, link, paragraph, person, quote } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import { permissionWords } from './permissions.ts';

export interface StoryCardScene {
  story: Story;
  request: InsightRequest | null;
  /** What happened to it last. */
  latest: StoryStep;
  timezone: string;
  /** The team's calendar day: permissions run out. */
  today: string;
}

export interface StoryCardView extends MessageView {
  /** Without pictures, in case Slack does not take them. */
  simpler: TangoBlock[];
}

export function storyCard(scene: StoryCardScene): StoryCardView {
  const { story } = scene;
  const title = clip(sayStoryTitle(story), 250);
  const isDeclined = story.state === 'declined';
  const top = section(clipMrkdwn(titleWords(scene, title), LONGEST.top));
  const body = isDeclined ? [] : bodyOf(story);
  const shown = isDeclined ? [] : pictures(story.files);
  const bottom = [
    ...(isDeclined ? [] : fileLine(story.files)),
    context(clipMrkdwn(conditions(scene), LONGEST.bottom)),
    ...buttonRow(story),
  ];
  const [, status] = standing(scene);
  return {
    text: `${person(story.toldBy)} told a story: ${escapeText(clip(title, 200))}. ${status}.`,
    blocks: [top, ...body, ...shown, ...bottom],
    simpler: [top, ...body, ...bottom],
  };
}

function titleWords(scene: StoryCardScene, title: string): string {
  const { story, request } = scene;
  const words = story.link ? link(story.link, title) : escapeText(title);
  const why = request ? `, for ${person(request.askedBy)} who asked for ${wantedBold(request)}` : '';
  return `*${words}*\nTold by ${person(story.toldBy)}${why}\n${statusLine(scene)}`;
}

function standing({ story, latest }: StoryCardScene): [mark: string, status: string] {
  const who = person(latest.actor);
  switch (story.state) {
    case 'told':
      return [':large_yellow_circle:', 'It waits to be read'];
    case 'asked_back':
      return [':large_yellow_circle:', `${who} asked back`];
    case 'accepted':
      return [':large_green_circle:', `Taken by ${who}`];
    case 'published':
      return [':checkered_flag:', `Published by ${who}`];
    case 'declined':
      return [':white_circle:', `Declined by ${who}`];
    default:
      return story.state satisfies never;
  }
}

function statusLine(scene: StoryCardScene): string {
  const { story, latest, timezone } = scene;
  const [mark, status] = standing(scene);
  const note = latest.note && story.state !== 'published' ? `: ${escapeText(clip(latest.note, 300))}` : '';
  return `${mark} ${status} · ${readerTime(latest.at, timezone)}${note}`;
}

/**
 * Slack takes about 12,000 characters in all blocks together. Whole texts fit as people write them; what is cut is one in which nearly
 * every character has to be escaped.
 */
const LONGEST = { top: 2000, part: 1600, line: 800, bottom: 1500, files: 2000 } as const;

function bodyOf(story: Story): TangoBlock[] {
  const { situation, whatWeDid, result, quote } = story;
  const parts = [
    situation && clipMrkdwn(`*Their situation*\n${paragraph(situation)}`, LONGEST.part),
    whatWeDid && clipMrkdwn(`*What we did*\n${paragraph(whatWeDid)}`, LONGEST.part),
    result && clipMrkdwn(`*Result*  ${escapeText(sayResult(result))}`, LONGEST.line),
    quote && clipMrkdwn(quoteWords(quote), LONGEST.part),
  ];
  return parts.filter((part) => part !== null).map((part) => section(part));
}

function quoteWords({ words, speaker, title }: NonNullable<Story['quote']>): string {
  const who = [speaker, title].filter((part) => part !== null).map(escapeText);
  return `${quote(words)}${who.length > 0 ? `\n> – ${who.join(', ')}` : ''}`;
}

const SHOWABLE = ['image/png', 'image/jpeg', 'image/gif'];
const PICTURES_SHOWN = 3;

function pictures(files: readonly StoryFile[]): ImageBlock[] {
  return files
    .filter(({ mimetype }) => SHOWABLE.includes(mimetype))
    .slice(0, PICTURES_SHOWN)
    .map(({ id, name }) => ({ type: 'image', slack_file: { id }, alt_text: clip(name, 200) }));
}

const LINKS_SHOWN = 20;

function fileLine(files: readonly StoryFile[]): TangoBlock[] {
  if (files.length === 0) return [];
  const names = files.slice(0, LINKS_SHOWN).map(({ permalink, name }) => {
    const short = clip(name, 60);
    return permalink ? link(permalink, short) : escapeText(short);
  });
  return [context(clipMrkdwn(`Files: ${names.join(', ')}`, LONGEST.files))];
}

const CONFIDENTIALITY: Record<Confidentiality, string> = {
  named: 'May be told with the customer’s name',
  anonymous: 'May be told *without the customer’s name*',
  internal: '*Inside only*, not to be published',
};

function conditions({ story, today }: StoryCardScene): string {
  return `${CONFIDENTIALITY[story.confidentiality]} · ${permissionWords(story.permissions, today)}`;
}

type Choice = [action: string, text: string, style?: 'primary'];

const BUTTONS: Record<StoryState, readonly Choice[]> = {
  told: [
    [STORY.accept, 'Accept', 'primary'],
    [STORY.askBack, 'Ask back'],
    [STORY.decline, 'Decline'],
  ],
  asked_back: [
    [STORY.accept, 'Accept'],
    [STORY.decline, 'Decline'],
  ],
  accepted: [[STORY.publish, 'Publish', 'primary']],
  published: [],
  declined: [],
};

function buttonRow(story: Story): TangoBlock[] {
  const isKept = story.confidentiality === 'internal' && story.state === 'accepted';
  const buttons = isKept ? [] : BUTTONS[story.state].map((choice) => choiceButton(story, choice));
  return buttons.length > 0 ? [actions(buttons)] : [];
}

function choiceButton(story: Story, [action, text, style]: Choice): Button {
  const label = clip(`${text}: ${story.customer}`, 75);
  return button({ action, text, value: story.id, label, ...(style ? { style } : {}) });
}

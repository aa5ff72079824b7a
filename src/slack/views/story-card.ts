/** A story as marketing reads it: one message that is edited in place from "told" to "published". */
import type { Button, ImageBlock } from '@slack/types';
import type { InsightRequest } from '../../domain/insight/insight-request.ts';
import { headline, sayResult } from '../../domain/story/headline.ts';
import type { Confidentiality, Story, StoryEvent, StoryFile, StoryState } from '../../domain/story/story.ts';
import { STORY } from '../action-ids.ts';
import { actions, context, section, type TangoBlock } from './blocks.ts';
import { button } from './elements.ts';
import { wantedBold } from './insight-words.ts';
import type { MessageView } from './message-view.ts';
import { permissionWords } from './story-permissions.ts';
import { clip, clipMrkdwn, escapeText, link, person } from './text.ts';
import { readerTime } from './times.ts';

export interface StoryCardScene {
  story: Story;
  request: InsightRequest | null;
  /** What happened to it last. */
  latest: StoryEvent;
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
  const title = headline(story);
  const isLive = story.state !== 'declined';
  const [top, bottom] = [
    [section(titleWords(scene, title))],
    [context(conditions(scene)), ...buttonRow(story)],
  ];
  const files = isLive ? fileLine(story.files) : [];
  const body = isLive ? bodyOf(story) : [];
  return {
    text: `${person(story.toldBy)} told a story: ${escapeText(clip(title, 200))}. ${statusWords(scene)}`,
    blocks: [...top, ...body, ...(isLive ? pictures(story.files) : []), ...files, ...bottom],
    simpler: [...top, ...body, ...files, ...bottom],
  };
}

function titleWords(scene: StoryCardScene, title: string): string {
  const { story, request } = scene;
  const words = story.link ? link(story.link, title) : escapeText(title);
  const why = request ? `, for ${person(request.askedBy)} who asked for ${wantedBold(request)}` : '';
  return `*${words}*\nTold by ${person(story.toldBy)}${why}\n${statusWords(scene)}`;
}

const STATUS: Record<StoryState, (who: string) => string> = {
  told: () => ':large_yellow_circle: Waits to be read',
  asked_back: (who) => `:large_yellow_circle: ${who} asked back`,
  accepted: (who) => `:large_green_circle: Taken by ${who}`,
  published: (who) => `:checkered_flag: Published by ${who}`,
  declined: (who) => `:white_circle: Declined by ${who}`,
};

function statusWords({ story, latest, timezone }: StoryCardScene): string {
  const note = latest.note && story.state !== 'published' ? `: ${escapeText(clip(latest.note, 300))}` : '';
  return `${STATUS[story.state](person(latest.actor))} · ${readerTime(latest.at, timezone)}${note}`;
}

/** Slack takes about 12,000 characters in all blocks together. */
const LONGEST_PART = 2000;

function bodyOf(story: Story): TangoBlock[] {
  const { situation, whatWeDid, result, quote } = story;
  const parts = [
    situation && `*Their situation*\n${escapeText(situation)}`,
    whatWeDid && `*What we did*\n${escapeText(whatWeDid)}`,
    result && `*Result*  ${escapeText(sayResult(result))}`,
    quote && quoteWords(quote),
  ];
  return parts.filter((part) => part !== null).map((part) => section(clipMrkdwn(part, LONGEST_PART)));
}

function quoteWords({ words, speaker, title }: NonNullable<Story['quote']>): string {
  const who = [speaker, title].filter((part) => part !== null).map(escapeText);
  return `> ${escapeText(words).replaceAll('\n', '\n> ')}${who.length > 0 ? `\n> – ${who.join(', ')}` : ''}`;
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
  return [context(`Files: ${names.join(', ')}`)];
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

import type { OverdueRequest, StoriesOfWeek, WorthAsking } from '../../../domain/scorecard/stories.ts';
import { clip } from '../../clip.ts';
import type { Voice } from '../../voice.ts';
import { count } from '../count.ts';
import { KIND_WORDS } from '../insight.ts';

const NAME_SHOWN = 60;

/** "2 stories asked for in the week, 1 told, 1 published."; empty where there was none of it. */
export function sayStorySteps({ asked, told, published }: StoriesOfWeek): string {
  if (asked + told + published === 0) return '';
  return `${asked} asked for in the week, ${told} told, ${published} published.`;
}

/** "a case study about hotels" */
export function sayOverdue({ kind, topic }: OverdueRequest, voice: Voice): string {
  return `${KIND_WORDS[kind].phrase} ${voice.text(clip(topic, NAME_SHOWN))}`;
}

/** "Hospitality: 3 won and no story yet." */
export function sayWorth({ segment, kind, wins }: WorthAsking, voice: Voice): string {
  const of = segment === null ? 'Without a segment' : voice.text(clip(segment, NAME_SHOWN));
  if (kind === 'testimonial') return `${of}: a win of which no story tells.`;
  return segment === null
    ? `${of}: a win of which no story tells.`
    : `${of}: ${count(wins, 'win')} and no story yet.`;
}

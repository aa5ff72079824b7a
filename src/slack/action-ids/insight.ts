import type { InsightKind } from '../../domain/insight/insight-kind.ts';
import type { InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { StoryAbout } from '../../domain/story/about.ts';
import type { StoryId } from '../../domain/story/story.ts';
import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';
import { ID } from './id.ts';
import { parseLeadId } from './lead.ts';

export const INSIGHT = {
  tell: 'insight_tell',
  knowsWho: 'insight_knows_who',
  cannotHelp: 'insight_cannot_help',
} as const;

/** What the scorecard offers of a win. */
export const WIN = { askFor: 'insight_ask_for' } as const;

export const INSIGHT_MODAL = {
  ask: 'insight_ask_modal',
  knowsWho: 'insight_knows_who_modal',
} as const;

export const REQUEST_FIELD = {
  kind: 'kind',
  topic: 'topic',
  segment: 'segment',
  product: 'product',
  purpose: 'purpose',
  people: 'people',
  dueDate: 'dueDate',
} as const;

export const KNOWS_WHO_FIELD = {
  named: 'named',
  note: 'note',
} as const;

export const STORY = {
  accept: 'story_accept',
  askBack: 'story_ask_back',
  decline: 'story_decline',
  publish: 'story_publish',
  tellMore: 'story_tell_more',
} as const;

export const STORY_MODAL = {
  tell: 'story_tell_modal',
  askBack: 'story_ask_back_modal',
  decline: 'story_decline_modal',
  publish: 'story_publish_modal',
} as const;

export const STORY_FIELD = {
  customer: 'customer',
  situation: 'situation',
  whatWeDid: 'whatWeDid',
  number: 'number',
  unit: 'unit',
  baseline: 'baseline',
  period: 'period',
  words: 'words',
  speaker: 'speaker',
  speakerTitle: 'speakerTitle',
  files: 'files',
  confidentiality: 'confidentiality',
  granted: 'granted',
  refused: 'refused',
  evidence: 'evidence',
  grantedBy: 'grantedBy',
  until: 'until',
} as const;

/** The inputs of the modals for a question, a reason and a link; the last two only where something is not permitted. */
export const DECISION_FIELD = { note: 'note', unpermitted: 'unpermitted', reason: 'reason' } as const;

export function parseRequestId(value: string | undefined): InsightRequestId {
  if (value === undefined || !ID.test(value))
    throw new AppError('invalid', inWords('This button names no request.'));
  return value as InsightRequestId;
}

export function parseStoryId(value: string | undefined): StoryId {
  if (value === undefined || !ID.test(value))
    throw new AppError('invalid', inWords('This button names no story.'));
  return value as StoryId;
}

/** Which win a button asks for a story of, and of which kind. */
export function parseAskFor(value: string | undefined): { kind: InsightKind; leadId: LeadId } {
  const [kind, id] = value?.split(':') ?? [];
  return { kind: kind === 'testimonial' ? kind : 'case_study', leadId: parseLeadId(id) };
}

/** The modal of an answer carries the request that it answers. */
export const requestKey: Codec<InsightRequestId> = { encode: (id) => id, decode: parseRequestId };

/** The modals of a decision carry the story that is decided about. */
export const storyKey: Codec<StoryId> = { encode: (id) => id, decode: parseStoryId };

/** The modal in which a story is told carries what it is told about. */
export const storyAboutKey: Codec<StoryAbout> = {
  encode: ({ kind, id }) => `${kind}:${id}`,
  decode: (text) => {
    const [kind, id] = text.split(':');
    if (kind === 'request') return { kind, id: parseRequestId(id) };
    return kind === 'lead' ? { kind, id: parseLeadId(id) } : { kind: 'story', id: parseStoryId(id) };
  },
};

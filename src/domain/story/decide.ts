/** Marketing's side of a story: take it, ask about it, turn it down with a reason, publish it as far as the customer permits. */
import { AppError } from '../../errors.ts';
import type { InsightRequest } from '../insight/insight-request.ts';
import type { PersonId } from '../team/actor.ts';
import { type MissingPermission, USE_WORDS } from './permission.ts';
import {
  missingPermissions,
  type Story,
  type StoryEvent,
  type StoryMove,
  type StoryState,
  type StoryStep,
} from './story.ts';

export type StoryDecision =
  | { kind: 'accepted' }
  | { kind: 'asked_back'; question: string }
  | { kind: 'declined'; reason: string }
  | { kind: 'published'; link: string; unpermitted: Unpermitted | null };

/** What was done with the uses that the customer does not permit; null: nobody has said. */
export type Unpermitted = { kind: 'left_out' } | { kind: 'used'; reason: string | null };

/** Where each step may start. */
const FROM: Record<StoryDecision['kind'], readonly StoryState[]> = {
  accepted: ['told', 'asked_back'],
  asked_back: ['told'],
  declined: ['told', 'asked_back'],
  published: ['accepted'],
};

export interface Decider {
  person: PersonId;
  marketers: readonly PersonId[];
  request: InsightRequest | null;
}

export interface DecidedStory extends StoryMove {
  /** Said before it in the history: what was used without permission, and why. */
  exception: StoryEvent | null;
}

/** `today` is the team's day: a permission counts on the day of publishing, not on that of telling. */
export function decideStory(
  story: Story,
  closing: StoryDecision,
  closer: Decider,
  { now, today }: { now: number; today: string },
): DecidedStory {
  assertDecidable(story, closing.kind, closer);
  const exception = closing.kind === 'published' ? exceptionOf(story, closing, today) : null;
  const event: StoryEvent = { ...stepOf(closing), at: now, actor: closer.person };
  const link = closing.kind === 'published' ? closing.link : story.link;
  return {
    story: { ...story, state: closing.kind, link },
    event,
    exception:
      exception === null ? null : { kind: 'exception', at: now, actor: closer.person, note: exception },
  };
}

/** Also asked before a modal opens, so that nobody types into one that will be refused. */
export function assertDecidable(story: Story, kind: StoryDecision['kind'], closer: Decider): void {
  if (!mayClose(closer)) throw notYours(closer.request);
  if (!FROM[kind].includes(story.state)) throw movedOn(story);
  if (kind === 'published' && story.confidentiality === 'internal') {
    throw new AppError('forbidden', `<@${story.toldBy}> told this one for inside use only. Ask them first.`);
  }
}

/** The asker and the marketers; anybody while no marketers are named. */
function mayClose({ person, marketers, request }: Decider): boolean {
  return marketers.length === 0 || marketers.includes(person) || request?.askedBy === person;
}

function notYours(request: InsightRequest | null): AppError {
  const who = request ? `<@${request.askedBy}> or a marketer` : 'a marketer';
  return new AppError('forbidden', `Only ${who} can decide about this story.`);
}

function exceptionOf(
  story: Story,
  { unpermitted }: Extract<StoryDecision, { kind: 'published' }>,
  today: string,
): string | null {
  const missing = missingPermissions(story, today);
  if (missing.length === 0) return null;
  if (unpermitted === null) throw unanswered('unpermitted', missing);
  if (unpermitted.kind === 'left_out') return null;
  if (!unpermitted.reason) throw unanswered('reason', missing);
  return `${useWords(missing)}: ${unpermitted.reason}`;
}

function unanswered(field: 'unpermitted' | 'reason', missing: readonly MissingPermission[]): AppError {
  const message =
    field === 'reason'
      ? 'Why could it not wait? A manager reads this.'
      : `Not permitted today: ${useWords(missing)}. Was it published without them?`;
  return new AppError('invalid', message, { problems: [{ field, message }] });
}

function useWords(missing: readonly MissingPermission[]): string {
  return missing.map(({ use }) => USE_WORDS[use]).join(', ');
}

const STANDS: Record<StoryState, string> = {
  told: 'waits to be read',
  asked_back: 'waits for its teller to add something',
  accepted: 'was accepted already',
  published: 'was published already',
  declined: 'was declined already',
};

function movedOn(story: Story): AppError {
  return new AppError('stale', `This story ${STANDS[story.state]}. I have refreshed the card.`);
}

function stepOf(closing: StoryDecision): StoryStep {
  switch (closing.kind) {
    case 'accepted':
      return { kind: 'accepted', note: null };
    case 'asked_back':
      return { kind: 'asked_back', note: closing.question };
    case 'declined':
      return { kind: 'declined', note: closing.reason };
    case 'published':
      return { kind: 'published', note: closing.link };
    default:
      return closing satisfies never;
  }
}

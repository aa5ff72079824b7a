/** Marketing's side of a story: take it, ask about it, turn it down with a reason, publish it as far as the customer permits. */
import type { InsightRequest } from '../insight/insight-request.ts';
import { readThen, refuse, refuseField } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import {
  missingPermissions,
  type StepFacts,
  type Story,
  type StoryException,
  type StoryMove,
  type StoryStep,
} from './story.ts';
import type { StoryState } from './story-state.ts';

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
  exception: StoryException | null;
}

/** `today` is the team's day: a permission counts on the day of publishing, not on that of telling. */
export function decideStory(
  story: Story,
  decision: StoryDecision,
  decider: Decider,
  { now, today }: { now: number; today: string },
): DecidedStory {
  assertDecidable(story, decision.kind, decider);
  const exception = decision.kind === 'published' ? published(story, decision, today) : null;
  const event: StoryStep = { ...stepOf(decision), at: now, actor: decider.person };
  const link = decision.kind === 'published' ? decision.link : story.link;
  return {
    story: { ...story, state: decision.kind, link },
    event,
    exception: exception && { kind: 'exception', at: now, actor: decider.person, ...exception },
  };
}

/** Also asked before a modal opens, so that nobody types into one that will be refused. */
export function assertDecidable(story: Story, kind: StoryDecision['kind'], decider: Decider): void {
  if (!mayDecide(decider))
    throw refuse('story_not_yours_to_decide', { askedBy: decider.request?.askedBy ?? null });
  if (!FROM[kind].includes(story.state)) throw refuse('story_moved_on', { state: story.state });
  if (kind === 'published' && story.confidentiality === 'internal')
    throw refuse('story_internal', { toldBy: story.toldBy });
}

/** The asker and the marketers; anybody while no marketers are named. */
function mayDecide({ person, marketers, request }: Decider): boolean {
  return marketers.length === 0 || marketers.includes(person) || request?.askedBy === person;
}

type Publishing = Extract<StoryDecision, { kind: 'published' }>;

function published(story: Story, publishing: Publishing, today: string) {
  return readThen(
    () => assertLink(publishing.link),
    () => exceptionOf(story, publishing, today),
  );
}

const LONGEST_LINK = 2000;

function assertLink(link: string): void {
  const isLink = /^https?:\/\//i.test(link) && URL.canParse(link) && link.length <= LONGEST_LINK;
  if (!isLink) throw refuseField('note', 'link_needed');
}

function exceptionOf(
  story: Story,
  { unpermitted }: Publishing,
  today: string,
): Pick<StoryException, 'uses' | 'reason'> | null {
  const missing = missingPermissions(story, today);
  if (missing.length === 0) return null;
  if (unpermitted === null)
    throw refuseField('unpermitted', 'uses_not_permitted', { uses: missing.map(({ use }) => use) });
  if (unpermitted.kind === 'left_out') return null;
  if (!unpermitted.reason) throw refuseField('reason', 'exception_reason_needed');
  return { uses: missing.map(({ use }) => use), reason: unpermitted.reason };
}

function stepOf(decision: StoryDecision): StepFacts {
  switch (decision.kind) {
    case 'accepted':
      return { kind: 'accepted', note: null };
    case 'asked_back':
      return { kind: 'asked_back', note: decision.question };
    case 'declined':
      return { kind: 'declined', note: decision.reason };
    case 'published':
      return { kind: 'published', note: decision.link };
    default:
      return decision satisfies never;
  }
}

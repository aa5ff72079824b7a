/** Marketing's side of a story: take it, ask about it, turn it down with a reason, publish it. */
import { AppError } from '../../errors.ts';
import type { InsightRequest } from '../insight/insight-request.ts';
import type { PersonId } from '../team/people.ts';
import type { Story, StoryEvent, StoryMove, StoryState } from './story.ts';

export type Closing =
  | { kind: 'accepted' }
  | { kind: 'asked_back'; question: string }
  | { kind: 'declined'; reason: string }
  | { kind: 'published'; link: string };

/** Where each step may start. */
const FROM: Record<Closing['kind'], readonly StoryState[]> = {
  accepted: ['told', 'asked_back'],
  asked_back: ['told'],
  declined: ['told', 'asked_back'],
  published: ['accepted'],
};

export interface Closer {
  person: PersonId;
  marketers: readonly PersonId[];
  request: InsightRequest | null;
}

export function closeStory(story: Story, closing: Closing, closer: Closer, now: number): StoryMove {
  assertClosable(story, closing.kind, closer);
  const event: StoryEvent = { kind: closing.kind, at: now, actor: closer.person, note: noteOf(closing) };
  const link = closing.kind === 'published' ? closing.link : story.link;
  return { story: { ...story, state: closing.kind, link }, event };
}

/** Also asked before a modal opens, so that nobody types into one that will be refused. */
export function assertClosable(story: Story, kind: Closing['kind'], closer: Closer): void {
  if (!mayClose(closer)) throw notYours(closer.request);
  if (!FROM[kind].includes(story.state)) throw movedOn(story);
  if (kind === 'published' && story.confidentiality === 'internal') {
    throw new AppError('forbidden', `<@${story.toldBy}> told this one for inside use only. Ask them first.`);
  }
}

/** The asker and the marketers; anybody while no marketers are named. */
function mayClose({ person, marketers, request }: Closer): boolean {
  return marketers.length === 0 || marketers.includes(person) || request?.askedBy === person;
}

function notYours(request: InsightRequest | null): AppError {
  const who = request ? `<@${request.askedBy}> or a marketer` : 'a marketer';
  return new AppError('forbidden', `Only ${who} can decide about this story.`);
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

function noteOf(closing: Closing): string | null {
  if (closing.kind === 'asked_back') return closing.question;
  if (closing.kind === 'declined') return closing.reason;
  return closing.kind === 'published' ? closing.link : null;
}

/**
 * A story: what the field knows, told so that marketing can use it: a customer, what happened, what it brought, and what of it
 * the customer permits us to show.
 *
 * Life: told ⇄ asked_back, told | asked_back → accepted → published, told | asked_back → declined. Its teller tells it (and again
 * when asked back); the asker of its request and marketers decide (close.ts). Every step leaves an event.
 * Two submissions of the same modal are the same story.
 *
 * Shown by slack/views/insight/story-card and as lines in a thread. Counted by scorecard. Stored by store/story.
 */
import { AppError, type FieldProblem } from '../../errors.ts';
import type { InsightRequestId } from '../insight/insight-request.ts';
import type { LeadId } from '../lead/lead.ts';
import type { PersonId } from '../team/actor.ts';
import {
  type MissingPermission,
  missingPermission,
  type PermissionAnswers,
  type Permissions,
  permissionProblems,
  permissionsOf,
  type Use,
} from './permission.ts';

export type StoryId = string & { readonly __story: never };

export type StoryState = 'told' | 'asked_back' | 'accepted' | 'published' | 'declined';

export const CONFIDENTIALITIES = ['internal', 'anonymous', 'named'] as const;

export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

export interface Result {
  /** Decimals as typed: they are quoted, never added. */
  number: string;
  unit: string;
  baseline: string | null;
  period: string | null;
}

interface Quote {
  words: string;
  speaker: string | null;
  title: string | null;
}

/** A file that lives in Slack. */
export interface StoryFile {
  id: string;
  name: string;
  mimetype: string;
  permalink: string;
}

/** All text is as it was typed: escape it on the way out. */
export interface StoryFacts {
  customer: string;
  situation: string | null;
  whatWeDid: string | null;
  result: Result | null;
  quote: Quote | null;
  files: StoryFile[];
  confidentiality: Confidentiality;
  permissions: Permissions;
}

export type Telling = Omit<StoryFacts, 'permissions'> & { permissions: PermissionAnswers };

/** What a story is told for: neither, for one that somebody just tells. */
export interface StoryContext {
  requestId: InsightRequestId | null;
  leadId: LeadId | null;
  segment: string | null;
}

interface NewStory extends StoryContext {
  id: StoryId;
  cardTarget: string | null;
}

export interface Story extends StoryFacts, StoryContext {
  id: StoryId;
  toldBy: PersonId;
  /** Epoch ms. */
  toldAt: number;
  state: StoryState;
  /** Where it was published. */
  link: string | null;
  /** A channel, or the person who is told directly: where its card is. Null: there is nobody to show it to yet. */
  cardTarget: string | null;
  version: number;
}

/** One line of a story's history. Append-only. */
export type StoryEvent = { at: number; actor: PersonId } & StoryStep;

/** What happened, with the question, the reason or the link that belongs to it; the first three need none. */
export type StoryStep =
  | { kind: 'told' | 'retold' | 'accepted'; note: string | null }
  | { kind: 'asked_back' | 'declined' | 'exception' | 'published'; note: string };

export type StoryEventKind = StoryStep['kind'];

export interface StoryMove {
  story: Story;
  event: StoryEvent;
}

export interface Teller {
  person: PersonId;
  now: number;
  /** The team's calendar day now. */
  today: string;
}

export function tell(telling: Telling, told: NewStory, by: Teller): StoryMove {
  return {
    story: {
      ...factsOf(telling, by.today),
      ...told,
      toldBy: by.person,
      toldAt: by.now,
      state: 'told',
      link: null,
      version: 1,
    },
    event: { kind: 'told', at: by.now, actor: by.person, note: null },
  };
}

/** The answer to being asked back. Files that were handed in before stay with the story. */
export function retell(story: Story, telling: Telling, by: Teller): StoryMove {
  assertRetellable(story, by.person);
  const facts = factsOf({ ...telling, files: [...story.files, ...telling.files] }, by.today);
  return {
    story: { ...story, ...facts, state: 'told' },
    event: { kind: 'retold', at: by.now, actor: by.person, note: null },
  };
}

export function assertRetellable(story: Story, person: PersonId): void {
  if (story.toldBy !== person) {
    throw new AppError('forbidden', `<@${story.toldBy}> told this one, and only they can add to it.`);
  }
  if (story.state !== 'asked_back') {
    throw new AppError('stale', 'Nothing is asked about this story any more. Thank you all the same.');
  }
}

function factsOf({ permissions, ...facts }: Telling, today: string): StoryFacts {
  const problems = [...substanceProblems(facts), ...permissionProblems(permissions, today)];
  if (problems.length > 0) throw new AppError('invalid', 'Some answers need another look.', { problems });
  return { ...facts, permissions: permissionsOf(permissions) };
}

function substanceProblems(facts: Omit<StoryFacts, 'permissions'>): FieldProblem[] {
  const told = facts.situation ?? facts.whatWeDid ?? facts.quote?.words ?? facts.result?.number;
  if (told !== undefined || facts.files.length > 0) return [];
  return [{ field: 'whatWeDid', message: 'Tell a little: what we did, what they said, or add a picture.' }];
}

/** What of this story may not be shown on that day, of all that showing it would use. Nothing names the customer of an anonymous one. */
export function missingPermissions(story: Story, today: string): MissingPermission[] {
  return usesOf(story).flatMap((use) => missingPermission(use, story.permissions[use], today));
}

function usesOf({ confidentiality, quote, files }: Story): Use[] {
  const isNamed = confidentiality === 'named';
  const uses: [Use, boolean][] = [
    ['quote', quote !== null],
    ['name_and_title', isNamed && (quote?.speaker ?? null) !== null],
    ['company_name', isNamed],
    ['logo', isNamed],
    ['photo_or_video', files.length > 0],
  ];
  return uses.filter(([, isUsed]) => isUsed).map(([use]) => use);
}

export function storyNotFound(): AppError {
  return new AppError('not_found', 'This story is not in the database any more.');
}

/**
 * A story: what the field knows, told so that marketing can use it: a customer, what happened, what it brought, and what of it
 * the customer permits us to show.
 *
 * Life: told ⇄ asked_back, told | asked_back → accepted → published, told | asked_back → declined. Its teller tells it (and again
 * when asked back); the asker of its request and marketers decide (decide.ts). Every step leaves an event.
 * Two submissions of the same modal are the same story.
 *
 * Shown by slack/views/story/story-card and as lines in a thread. Counted by scorecard. Stored by store/story.
 */
import type { FieldProblem } from '../../errors.ts';
import type { InsightRequestId } from '../insight/insight-request.ts';
import type { LeadId } from '../lead/lead.ts';
import { fieldProblem, refuse, refuseFields } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import {
  type MissingPermission,
  missingPermission,
  type PermissionAnswers,
  type Permissions,
  permissionsOf,
  type Use,
} from './permission.ts';
import type { StoryState } from './story-state.ts';

export type StoryId = string & { readonly __story: never };

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
export type StoryEvent = StoryStep | StoryException;

export type StoryEventKind = StoryEvent['kind'];

interface StoryEventBase {
  at: number;
  actor: PersonId;
}

export type StoryStep = StoryEventBase & StepFacts;

/** With the question, the reason or the link that belongs to it; the first three need none. */
export type StepFacts =
  | { kind: 'told' | 'retold' | 'accepted'; note: string | null }
  | { kind: 'asked_back' | 'declined' | 'published'; note: string };

/** Published with what the customer does not permit. */
export interface StoryException extends StoryEventBase {
  kind: 'exception';
  uses: readonly Use[];
  reason: string;
}

export interface StoryMove {
  story: Story;
  event: StoryStep;
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
  if (story.toldBy !== person) throw refuse('story_not_yours', { toldBy: story.toldBy });
  if (story.state !== 'asked_back') throw refuse('story_not_asked_back');
}

function factsOf({ permissions, ...facts }: Telling, today: string): StoryFacts {
  const problems = [
    ...(facts.customer.trim() === '' ? [fieldProblem('customer', 'field_needed')] : []),
    ...substanceProblems(facts),
    ...halfToldProblems(facts),
    ...permissionProblems(permissions, today),
  ];
  if (problems.length > 0) throw refuseFields(problems);
  return { ...facts, permissions: permissionsOf(permissions) };
}

function substanceProblems(facts: Omit<StoryFacts, 'permissions'>): FieldProblem[] {
  const told = facts.situation ?? facts.whatWeDid ?? facts.quote ?? facts.result;
  if (told !== null || facts.files.length > 0) return [];
  return [fieldProblem('whatWeDid', 'story_without_substance')];
}

/** A unit without its number, a speaker without their words. */
function halfToldProblems({ result, quote }: Omit<StoryFacts, 'permissions'>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (result?.number === '') problems.push(fieldProblem('number', 'story_number_needed'));
  if (quote?.words === '') problems.push(fieldProblem('words', 'story_words_needed'));
  return problems;
}

function permissionProblems({ granted, refused, consent }: PermissionAnswers, today: string) {
  const problems: FieldProblem[] = [];
  const both = granted.filter((use) => refused.includes(use));
  if (both.length > 0) problems.push(fieldProblem('refused', 'uses_contradict', { uses: both }));
  if (granted.length > 0 && !consent.evidence && !consent.grantedBy)
    problems.push(fieldProblem('evidence', 'consent_needed'));
  if (consent.until !== null && consent.until < today) problems.push(fieldProblem('until', 'consent_over'));
  return problems;
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

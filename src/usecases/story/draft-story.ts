import { assertOpen, type InsightRequest } from '../../domain/insight/insight-request.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { refuse } from '../../domain/refusals.ts';
import type { StoryAbout } from '../../domain/story/about.ts';
import { assertRetellable, type StoryFacts, type StoryId } from '../../domain/story/story.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { findRequest } from '../../store/insight/request.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findLatestStoryStep, findStory } from '../../store/story/story.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** What the story modal starts from. */
export interface StoryDraft {
  about: StoryAbout;
  request: InsightRequest | null;
  /** What marketing asked back, when it did. */
  question: string | null;
  facts: Partial<StoryFacts>;
}

/** Refuses before anybody types: where nothing is asked any more, or the lead is not won. */
export function draftStory(
  ctx: Context,
  { about, person }: { about: StoryAbout; person: PersonId },
): Promise<StoryDraft> {
  return perform(ctx, person, async ({ tx }) => {
    if (about.kind === 'story') return fromStory(tx, about.id, person);
    return about.kind === 'lead' ? fromLead(tx, about.id) : fromRequest(tx, about);
  });
}

async function fromRequest(tx: Tx, about: StoryAbout & { kind: 'request' }): Promise<StoryDraft> {
  const request = await findRequest(tx, about.id);
  if (!request) throw refuse('request_not_found');
  assertOpen(request);
  return { about, request, question: null, facts: {} };
}

async function fromLead(tx: Tx, id: LeadId): Promise<StoryDraft> {
  const lead = await findLead(tx, id);
  if (!lead) throw refuse('lead_not_found');
  if (lead.state !== 'won') throw refuse('lead_not_won');
  const facts = { customer: lead.company ?? lead.name ?? '', situation: lead.message };
  return { about: { kind: 'lead', id }, request: null, question: null, facts };
}

async function fromStory(tx: Tx, id: StoryId, person: PersonId): Promise<StoryDraft> {
  const story = await findStory(tx, id);
  if (!story) throw refuse('story_not_found');
  assertRetellable(story, person);
  const request = story.requestId ? await findRequest(tx, story.requestId) : null;
  const asked = await findLatestStoryStep(tx, id);
  return { about: { kind: 'story', id }, request, question: asked?.note ?? null, facts: story };
}

/** Rows of promises with what they are about, as their reader may see it, and the way to where it is shown. */
import { type Announcement, keyOf, type MessageKey } from '../../domain/announcement.ts';
import { requestDm, requestPost, storyCard } from '../../domain/announcements/insight.ts';
import { cardKey } from '../../domain/announcements/lead.ts';
import { rejectsDm } from '../../domain/announcements/rejects.ts';
import type { HomeEntry, HomeLead, HomeStory } from '../../domain/home.ts';
import type { InsightRequest, InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { ruleOf } from '../../domain/promise/kinds.ts';
import { personOf, type TeamPromise } from '../../domain/promise/promise.ts';
import type { PromisedThing } from '../../domain/promise/thing.ts';
import type { Rejects, RejectsId } from '../../domain/rejects/rejects.ts';
import type { Story, StoryId } from '../../domain/story/story.ts';
import { messageUrl } from '../../domain/team/message-url.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { findRequest } from '../../store/insight/request.ts';
import { findLeads } from '../../store/lead/lead.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import { listRejectReasons } from '../../store/reject-reason/reject-reason.ts';
import { findRejects } from '../../store/rejects/rejects.ts';
import { findStory, listStoriesOfRequest } from '../../store/story/story.ts';
import { sumRejects } from '../rejects/sum-rejects.ts';
import type { HomeReading } from './reading.ts';

/** In their order; one whose thing is gone is left out. */
export async function entriesOf(
  reading: HomeReading,
  promises: readonly TeamPromise[],
): Promise<HomeEntry[]> {
  const about = promises.filter(({ kind }) => ruleOf(kind).about === 'lead').map((each) => each.about);
  const leads = new Map((await readLeads(reading, about as LeadId[])).map((each) => [each.lead.id, each]));
  const reasonOf = await reasonsOf(reading, [...leads.values()]);
  const entries: HomeEntry[] = [];
  for (const promise of promises) {
    const lead = leads.get(promise.about as LeadId);
    const found = lead
      ? { thing: { is: 'lead' as const, lead: lead.lead }, url: lead.url }
      : await findOther(reading, promise);
    if (found) entries.push({ promise, ...found, reasonLabel: lead ? reasonOf(lead.lead) : null });
  }
  return entries;
}

/** Why those were sent back that were. */
async function reasonsOf({ tx }: HomeReading, leads: readonly HomeLead[]) {
  const isReturned = ({ state }: Lead) => state === 'returned';
  const reasons = leads.some(({ lead }) => isReturned(lead)) ? await listRejectReasons(tx) : [];
  return (lead: Lead): string | null =>
    isReturned(lead) ? (reasons.find(({ code }) => code === lead.rejection?.reason)?.label ?? null) : null;
}

export async function readLeads(reading: HomeReading, ids: readonly LeadId[]): Promise<HomeLead[]> {
  const { tx, settings, person } = reading;
  const leads: HomeLead[] = [];
  for (const lead of await findLeads(tx, [...new Set(ids)]))
    leads.push({ lead: leadFor(person, lead, settings), url: await urlOfCard(reading, lead) });
  return leads;
}

export async function readStories(reading: HomeReading, stories: readonly Story[]): Promise<HomeStory[]> {
  const read: HomeStory[] = [];
  for (const story of stories) read.push({ story, url: await urlOfAnnounced(reading, storyCard(story)) });
  return read;
}

async function findOther(
  reading: HomeReading,
  promise: TeamPromise,
): Promise<{ thing: PromisedThing; url: string | null } | null> {
  const { about } = ruleOf(promise.kind);
  if (about === 'story') {
    const story = await findStory(reading.tx, promise.about as StoryId);
    return story && ofStory(reading, story);
  }
  if (about === 'lead') return null;
  if (about === 'rejects') {
    const rejects = await findRejects(reading.tx, promise.about as RejectsId);
    return rejects && ofRejects(reading, rejects);
  }
  const request = await findRequest(reading.tx, promise.about as InsightRequestId);
  return request && ofRequest(reading, promise, request);
}

/** Of whom marketing would like to know more of a story: the story is what they owe, not the request once more. */
async function ofRequest(reading: HomeReading, promise: TeamPromise, request: InsightRequest) {
  const teller = personOf(promise.owedBy);
  const stories = teller ? await listStoriesOfRequest(reading.tx, request.id) : [];
  const story = stories.find(({ state, toldBy }) => state === 'asked_back' && toldBy === teller);
  if (story) return ofStory(reading, story);
  const posted = requestPost(request) ?? requestDm(request, reading.person);
  return { thing: { is: 'request' as const, request }, url: await urlOfAnnounced(reading, posted) };
}

async function ofStory(reading: HomeReading, story: Story) {
  return { thing: { is: 'story' as const, story }, url: await urlOfAnnounced(reading, storyCard(story)) };
}

async function ofRejects(reading: HomeReading, rejects: Rejects) {
  const summed = await sumRejects(reading.tx, rejects);
  const isTheirs = rejects.owner === reading.person;
  const url = isTheirs ? await urlOfAnnounced(reading, rejectsDm(rejects)) : null;
  return { thing: { is: 'rejects' as const, summed }, url };
}

async function urlOfAnnounced(reading: HomeReading, said: Announcement | null): Promise<string | null> {
  return said && urlOf(reading, keyOf(said));
}

function urlOfCard(reading: HomeReading, lead: Lead): Promise<string | null> {
  return urlOf(reading, cardKey(lead));
}

/** Null: it is not in Slack, or nobody knows where Slack is. */
async function urlOf({ tx, settings }: HomeReading, key: MessageKey): Promise<string | null> {
  const posted = await findPostedMessage(tx, key);
  return posted && messageUrl(settings, posted);
}

import { type Announcement, keyOf } from '../../domain/announcement.ts';
import { requestPost, storyCard } from '../../domain/announcements/insight.ts';
import { leadReturned } from '../../domain/announcements/lead.ts';
import { messageMoved } from '../../domain/announcements/team.ts';
import type { InsightRequest } from '../../domain/insight/insight-request.ts';
import type { Story } from '../../domain/story/story.ts';
import { channelAt } from '../../domain/team/place.ts';
import { lockRequestsElsewhere } from '../../store/insight/open-requests.ts';
import { updateRequest } from '../../store/insight/request.ts';
import { findLeads } from '../../store/lead/lead.ts';
import { findReturned } from '../../store/lead/listed-leads.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import { moveMessage } from '../../store/outbox/repost.ts';
import { lockStoriesElsewhere, updateStory } from '../../store/story/story.ts';
import { inBatches } from '../batches.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

/** Small enough that a click never waits for longer than it takes to notice; what has moved is not found again. */
const BATCH = 25;

/** Requests that the field has not answered go to the field channel. Returns how many. */
export function moveRequests(ctx: Context): Promise<number> {
  return inBatches(BATCH, () => perform(ctx, 'tango', moveSomeRequests));
}

async function moveSomeRequests(work: Work): Promise<readonly InsightRequest[]> {
  const { fieldChannel } = work.settings;
  if (fieldChannel === null) return [];
  const requests = await lockRequestsElsewhere(work.tx, fieldChannel, BATCH);
  for (const request of requests) {
    const moved = { ...request, channel: fieldChannel, version: request.version + 1 };
    await updateRequest(work.tx, moved);
    await move(work, requestPost(moved));
  }
  return requests;
}

/** Stories that wait for marketing go to its channel, also those that were put before somebody while it had none. Returns how many. */
export function moveStories(ctx: Context): Promise<number> {
  return inBatches(BATCH, () => perform(ctx, 'tango', moveSomeStories));
}

async function moveSomeStories(work: Work): Promise<readonly Story[]> {
  const { marketingChannel } = work.settings;
  if (marketingChannel === null) return [];
  const stories = await lockStoriesElsewhere(work.tx, marketingChannel, BATCH);
  for (const story of stories) {
    const moved = { ...story, cardTarget: marketingChannel, version: story.version + 1 };
    await updateStory(work.tx, moved);
    await move(work, storyCard(moved));
  }
  return stories;
}

/** So do leads that marketing is to mend. Returns how many. */
export function moveReturned(ctx: Context): Promise<number> {
  const run = async (work: Work) => {
    const { marketingChannel } = work.settings;
    if (marketingChannel === null) return 0;
    const { count } = await findReturned(work.tx, 1);
    const { ids } = await findReturned(work.tx, count);
    for (const lead of await findLeads(work.tx, ids)) {
      if (lead.verdictAt !== null) await move(work, leadReturned(lead, lead.verdictAt, marketingChannel));
    }
    return ids.length;
  };
  return perform(ctx, 'tango', run, { order: 'alone' });
}

/** Posted where it belongs now; where it stood it says so. */
async function move(work: Work, announced: Announcement | null): Promise<void> {
  if (!announced) return;
  const key = keyOf(announced);
  if ((await findPostedMessage(work.tx, key))?.channel === announced.target) return;
  const left = await moveMessage(work.tx, { key, to: announced.target, now: work.now });
  await work.announce(announced);
  if (left && channelAt(left.channel) !== null) await work.announce(messageMoved(key, left));
}

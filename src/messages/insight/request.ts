import type { RefOf } from '../../domain/announcement.ts';
import type { InsightRequestId } from '../../domain/insight/insight-request.ts';
import { insightLine } from '../../slack/views/insight/insight-line.ts';
import { insightMessage, insightPost, type RequestScene } from '../../slack/views/insight/insight-post.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { findReply, findRequest, listReplies } from '../../store/insight/request.ts';
import { listStoriesOfRequest } from '../../store/story/story.ts';
import type { Reading } from '../reading.ts';

export async function renderRequestPost(
  reading: Reading,
  { requestId }: RefOf<'request_post'>,
): Promise<MessageView | null> {
  const scene = await sceneOf(reading, requestId);
  return scene && insightPost(scene);
}

export async function renderRequestDm(
  reading: Reading,
  { requestId, person }: RefOf<'request_dm'>,
): Promise<MessageView | null> {
  const scene = await sceneOf(reading, requestId);
  return scene && insightMessage(scene, person);
}

export async function renderRequestLine(
  { tx }: Reading,
  { replyId }: RefOf<'request_line'>,
): Promise<MessageView | null> {
  const reply = await findReply(tx, replyId);
  const request = reply && (await findRequest(tx, reply.requestId));
  return request ? insightLine({ request, reply }) : null;
}

async function sceneOf({ tx }: Reading, id: InsightRequestId): Promise<RequestScene | null> {
  const request = await findRequest(tx, id);
  if (!request) return null;
  return { request, replies: await listReplies(tx, id), stories: await listStoriesOfRequest(tx, id) };
}

import type { InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { ReplyId } from '../../domain/insight/reply.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { insightLine } from '../../slack/views/insight/insight-line.ts';
import { insightMessage, insightPost, type RequestScene } from '../../slack/views/insight/insight-post.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { findReply, findRequest, listReplies } from '../../store/insight/request.ts';
import { listStoriesOfRequest } from '../../store/story/story.ts';
import type { Tx } from '../../store/transaction.ts';

export async function renderRequestPost(tx: Tx, ref: string): Promise<MessageView | null> {
  const scene = await sceneOf(tx, ref as InsightRequestId);
  return scene && insightPost(scene);
}

/** `ref` is "request/person". */
export async function renderRequestDm(tx: Tx, ref: string): Promise<MessageView | null> {
  const [id = '', to = ''] = ref.split('/');
  const scene = await sceneOf(tx, id as InsightRequestId);
  return scene && insightMessage(scene, to as PersonId);
}

export async function renderRequestLine(tx: Tx, ref: string): Promise<MessageView | null> {
  const reply = await findReply(tx, ref as ReplyId);
  const request = reply && (await findRequest(tx, reply.requestId));
  return request ? insightLine({ request, reply }) : null;
}

async function sceneOf(tx: Tx, id: InsightRequestId): Promise<RequestScene | null> {
  const request = await findRequest(tx, id);
  if (!request) return null;
  return { request, replies: await listReplies(tx, id), stories: await listStoriesOfRequest(tx, id) };
}

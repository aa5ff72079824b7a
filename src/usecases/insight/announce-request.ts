import { requestDm, requestPost } from '../../domain/announcements/insight.ts';
import type { InsightRequest } from '../../domain/insight/insight-request.ts';
import { peopleAsked } from '../../domain/insight/reply.ts';
import { listReplies } from '../../store/insight/request.ts';
import { announceHomes } from '../home/announce-homes.ts';
import type { Work } from '../work.ts';

/** How the request stands, wherever it is shown: the post in the field channel, everybody's direct message, Homes. */
export async function announceRequest(work: Work, request: InsightRequest): Promise<void> {
  const asked = peopleAsked(request, await listReplies(work.tx, request.id));
  await work.announce(requestPost(request), ...asked.map((person) => requestDm(request, person)));
  await announceHomes(work, [request.askedBy, ...asked]);
}

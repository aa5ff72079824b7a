import type { InsightRequest } from '../../domain/insight/insight-request.ts';
import { peopleAsked } from '../../domain/insight/reply.ts';
import { listReplies } from '../../store/insight/request.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';

/** Shows how the request stands, wherever it is shown: the post in the field channel, everybody's direct message, Homes. */
export async function announceRequest(
  ctx: Context,
  tx: Tx,
  request: InsightRequest,
  now: number,
): Promise<void> {
  if (request.channel) {
    const post = { kind: 'request_post', ref: request.id, target: request.channel } as const;
    await enqueue(tx, post, { id: ctx.newId('outbox'), now });
  }
  const asked = peopleAsked(request, await listReplies(tx, request.id));
  for (const person of asked) {
    const message = { kind: 'request_dm', ref: `${request.id}/${person}`, target: person } as const;
    await enqueue(tx, message, { id: ctx.newId('outbox'), now });
  }
  await announceHomes(ctx, tx, [request.askedBy, ...asked], now);
}

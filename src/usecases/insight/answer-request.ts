import {
  type InsightRequest,
  type InsightRequestId,
  requestNotFound,
} from '../../domain/insight/insight-request.ts';
import { cannotHelp, nameSomebody, type Reply, type ReplyId } from '../../domain/insight/reply.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { AppError } from '../../errors.ts';
import { insertReply, lockRequest } from '../../store/insight/request.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { announceRequest } from './announce-request.ts';

export type ReplyInput =
  | { kind: 'knows_who'; named: PersonId; note: string | null }
  | { kind: 'cannot_help' };

export interface AnswerRequestInput {
  requestId: InsightRequestId;
  person: PersonId;
  answer: ReplyInput;
}

/** Somebody who is named gets a direct message. A late answer redraws what the person still sees as open. */
export async function answerRequest(ctx: Context, input: AnswerRequestInput): Promise<void> {
  const now = ctx.clock.now();
  const refusal = await ctx.db.transaction(async (tx) => {
    const request = await lockRequest(tx, input.requestId);
    if (!request) throw requestNotFound();
    const reply = replyOrRefusal(request, input, {
      id: ctx.newId('reply') as ReplyId,
      by: input.person,
      now,
    });
    if (reply instanceof AppError) {
      await announceRequest(ctx, tx, request, now);
      return reply;
    }
    await record(ctx, tx, request, reply);
    return null;
  });
  if (refusal) throw refusal;
}

/** A refusal is an answer here, not a failure: the transaction goes on and commits the redrawing. */
function replyOrRefusal(
  request: InsightRequest,
  { answer }: AnswerRequestInput,
  replying: { id: ReplyId; by: PersonId; now: number },
): Reply | AppError {
  try {
    return answer.kind === 'cannot_help'
      ? cannotHelp(request, replying)
      : nameSomebody(request, answer, replying);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}

async function record(ctx: Context, tx: Tx, request: InsightRequest, reply: Reply): Promise<void> {
  if (!(await insertReply(tx, reply))) return;
  await announceRequest(ctx, tx, request, reply.at);
  const where = request.channel
    ? { target: request.channel, threadOf: `request_post:${request.id}` }
    : { target: request.askedBy };
  const line = { kind: 'request_line', ref: reply.id, ...where } as const;
  await enqueue(tx, line, { id: ctx.newId('outbox'), now: reply.at });
}

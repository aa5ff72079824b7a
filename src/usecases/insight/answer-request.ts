import { requestLine } from '../../domain/announcements/insight.ts';
import {
  assertOpen,
  type InsightRequest,
  type InsightRequestId,
} from '../../domain/insight/insight-request.ts';
import { cannotHelp, nameSomebody, type ReplyId } from '../../domain/insight/reply.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayBeChosen } from '../../domain/team/choose-people.ts';
import { findRequest, insertReply, lockRequest } from '../../store/insight/request.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { announceRequest } from './announce-request.ts';

export type ReplyInput =
  | { kind: 'knows_who'; named: PersonId; note: string | null }
  | { kind: 'cannot_help' };

export interface AnswerRequestInput {
  requestId: InsightRequestId;
  person: PersonId;
  answer: ReplyInput;
}

/** Somebody who is named gets a direct message. A late answer draws again what the person still sees as open. */
export function answerRequest(ctx: Context, input: AnswerRequestInput): Promise<void> {
  const { requestId, person, answer } = input;
  return perform(ctx, person, async (work) => {
    const request = await lockRequest(work.tx, requestId);
    if (!request) throw refuse('request_not_found');
    work.ifRefused((again) => announceRequest(again, request));
    const replying = { id: work.newId('reply') as ReplyId, by: person, now: work.now };
    const reply =
      answer.kind === 'cannot_help' ? cannotHelp(request, replying) : nameSomebody(request, answer, replying);
    if (answer.kind === 'knows_who')
      assertMayBeChosen({ field: 'named', people: [answer.named] }, work.settings);
    if (!(await insertReply(work.tx, reply))) return;
    await announceRequest(work, request);
    await work.announce(requestLine(request, reply));
  });
}

/** Refuses before anybody types an answer that is not wanted any more. */
export async function prepareAnswer(ctx: Context, id: InsightRequestId): Promise<InsightRequest> {
  const request = await loadRequest(ctx, id);
  assertOpen(request);
  return request;
}

export function loadRequest(ctx: Context, id: InsightRequestId): Promise<InsightRequest> {
  return perform(ctx, 'tango', async ({ tx }) => {
    const request = await findRequest(tx, id);
    if (!request) throw refuse('request_not_found');
    return request;
  });
}

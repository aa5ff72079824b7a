/**
 * A reply: what somebody answered to an insight request short of telling the story: who would know, or that they can't help.
 *
 * Append-only; saying the same twice is one reply. A reply binds nobody: who could not help yesterday may tell the story today.
 *
 * Shown as a line in the request's thread and on its post. Stored by store/insight.
 */
import { refuseField } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import { assertOpen, type InsightRequest, type InsightRequestId } from './insight-request.ts';

export type ReplyId = string & { readonly __reply: never };

interface ReplyBase {
  id: ReplyId;
  requestId: InsightRequestId;
  person: PersonId;
  /** Epoch ms. */
  at: number;
}

export type Reply = ReplyBase &
  ({ kind: 'knows_who'; named: PersonId; note: string | null } | { kind: 'cannot_help' });

interface Replying {
  id: ReplyId;
  by: PersonId;
  now: number;
}

export function nameSomebody(
  request: InsightRequest,
  { named, note }: { named: PersonId; note: string | null },
  replying: Replying,
): Reply {
  assertOpen(request);
  if (named === replying.by) throw refuseField('named', 'named_yourself');
  if (named === request.askedBy) throw refuseField('named', 'named_the_asker');
  return { ...base(request, replying), kind: 'knows_who', named, note };
}

export function cannotHelp(request: InsightRequest, replying: Replying): Reply {
  assertOpen(request);
  return { ...base(request, replying), kind: 'cannot_help' };
}

/** Everybody who was sent a direct message, in the order of asking. */
export function peopleAsked(request: InsightRequest, replies: readonly Reply[]): PersonId[] {
  const named = replies.flatMap((reply) => (reply.kind === 'knows_who' ? [reply.named] : []));
  return [...new Set([...request.people, ...named])];
}

function base(request: InsightRequest, { id, by, now }: Replying): ReplyBase {
  return { id, requestId: request.id, person: by, at: now };
}

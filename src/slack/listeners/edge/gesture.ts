/** By what a click or a filled-in form is known again when it comes a second time, because our answer to the first was lost on its way. */
import { createHash } from 'node:crypto';
import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { PersonId } from '../../../domain/team/actor.ts';
import { AppError } from '../../../errors.ts';
import type { Gesture } from '../../../usecases/context.ts';
import { isGestureDone, RepeatedGesture } from '../../../usecases/delivery/gesture.ts';
import type { Edge } from './listen.ts';

/** The same button of the same message or window, with the same value. */
export function clickGesture(id: string, value: string | undefined, body: BlockAction): Gesture {
  const place = body.message?.ts ?? body.view?.id ?? '';
  return { kind: 'click', key: [id, value ?? '', body.channel?.id ?? '', place, body.user.id].join('/') };
}

/** The same view with the same in every field: filled in otherwise it is another form. */
export function formGesture({ user, view }: ViewSubmitAction): Gesture {
  const filled = JSON.stringify([view.private_metadata, view.state.values]);
  const hash = createHash('sha256').update(filled).digest('base64url');
  return { kind: 'form', key: [view.callback_id, view.id, user.id, hash].join('/') };
}

export function withGesture(edge: Edge, gesture: Gesture): Edge {
  return { ...edge, ctx: { ...edge.ctx, gesture } };
}

/** Whoever repeats what has gone through is not told off for it: it is a success. */
export async function isRepeat({ ctx }: Edge, person: PersonId, thrown: unknown): Promise<boolean> {
  if (thrown instanceof RepeatedGesture) return true;
  if (!(thrown instanceof AppError) || thrown.kind === 'unavailable') return false;
  if (ctx.gesture?.kind === 'click' && isAboutSomethingElse(thrown, person)) return false;
  // Where that cannot be looked up the refusal is told as it is.
  return isGestureDone(ctx).catch(() => false);
}

/** Not their own first click stands in the way: they may not, or somebody else was there since. */
function isAboutSomethingElse({ kind, refusal }: AppError, person: PersonId): boolean {
  const { by } = refusal.facts as { by?: PersonId | null };
  return kind === 'forbidden' || (by != null && by !== person);
}

/** What people did in Slack and what of it was committed. A repeat of it is no news, and no mistake of theirs. */
import { MINUTE } from '../../domain/time/duration.ts';
import { insertKey, isKeyKnown, renewKey } from '../../store/delivery/idempotency.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context, Gesture } from '../context.ts';

/** Slack warns after three seconds, and whoever is warned tries again soon. Later, the same click is meant as a new one. */
const CLICKED_AGAIN_WITHIN = 2 * MINUTE;

/** Thrown where a form comes again that has been taken: nothing is done a second time. */
export class RepeatedGesture extends Error {
  override readonly name = 'RepeatedGesture';
}

/** In the transaction that does it. The same form of the same view is done once; a button may be meant again. */
export async function recordGesture(tx: Tx, { kind, key }: Gesture, now: number): Promise<void> {
  // The key holds a hash of the body.
  const delivery = { route: kind, key, bodyHash: '' };
  if (kind === 'click') return renewKey(tx, delivery, now);
  if (!(await insertKey(tx, delivery, now))) throw new RepeatedGesture();
}

/** Whether the very same has gone through before: what is refused now is refused because of that. */
export async function isGestureDone({ db, clock, gesture }: Context): Promise<boolean> {
  if (!gesture) return false;
  const { kind: route, key } = gesture;
  const since = route === 'click' ? clock.now() - CLICKED_AGAIN_WITHIN : 0;
  return db.transaction((tx) => isKeyKnown(tx, { route, key }, since));
}

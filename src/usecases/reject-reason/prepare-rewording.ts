import { type ListedReason, reasonIn } from '../../domain/reject-reason/reason-list.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Context } from '../context.ts';
import { prepareRejectReasons } from './prepare-reject-reasons.ts';

/** One reason, for somebody who may reword it. */
export async function prepareRewording(
  ctx: Context,
  { person, code }: { person: PersonId; code: string },
): Promise<ListedReason> {
  return reasonIn(await prepareRejectReasons(ctx, person), code);
}

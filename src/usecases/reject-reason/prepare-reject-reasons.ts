import { type ListedReason, reasonIn } from '../../domain/reject-reason/reason-list.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayManage } from '../../domain/team/change-settings.ts';
import { listEveryReason } from '../../store/reject-reason/reject-reason.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** The whole list, for somebody who may change it. */
export function prepareRejectReasons(ctx: Context, person: PersonId): Promise<ListedReason[]> {
  return perform(ctx, person, async ({ tx, settings }) => {
    assertMayManage(settings, person);
    return listEveryReason(tx);
  });
}

/** One reason, for somebody who may reword it. */
export async function prepareRewording(
  ctx: Context,
  { person, code }: { person: PersonId; code: string },
): Promise<ListedReason> {
  return reasonIn(await prepareRejectReasons(ctx, person), code);
}

import type { ListedReason } from '../../domain/reject-reason/reason-list.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayManage } from '../../domain/team/change-settings.ts';
import { listEveryReason } from '../../store/reject-reason/reject-reason.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';

/** The whole list, for somebody who may change it. */
export function prepareRejectReasons(ctx: Context, person: PersonId): Promise<ListedReason[]> {
  return ctx.db.transaction(async (tx) => {
    assertMayManage(await loadSettings(tx), person);
    return listEveryReason(tx);
  });
}

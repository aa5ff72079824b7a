import { refuse } from '../../domain/refusals.ts';
import { assertMayTend } from '../../domain/source/change-sources.ts';
import type { Actor } from '../../domain/team/actor.ts';
import type { AuditChange } from '../../domain/team/audit.ts';
import { findSourceChange, lockSources, recordUndone, undoPatches } from '../../store/source/change.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../team/record-audit.ts';
import { perform } from '../work.ts';

/** Takes a change back as one step, whoever made it, unless something of it was changed since. */
export function undoSourceChange(ctx: Context, { by, id }: { by: Actor; id: string }): Promise<void> {
  return perform(ctx, by, async (work) => {
    assertMayTend(work.settings, by);
    await lockSources(work.tx);
    const change = await findSourceChange(work.tx, id);
    if (!change || change.isUndone) throw refuse('source_change_undone');
    if (!(await undoPatches(work.tx, change.patches))) throw refuse('source_changed_since');
    await work.keepGesture();
    await recordUndone(work.tx, id, { by, at: work.now });
    await recordAudit(work, by, change.what.map(undone));
  });
}

function undone({ what, before, after }: AuditChange): AuditChange {
  return {
    what: what.code === 'source' || what.code === 'campaign' ? { ...what, isUndone: true } : what,
    before: after,
    after: before,
  };
}

/** One change of sources or campaigns by somebody: who may, what it wrote, and that it can be taken back as one. */
import { assertMayTend } from '../../domain/source/change-sources.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { type AuditChange, isChange } from '../../domain/team/audit.ts';
import { insertSourceChange, lockSources, type Patch, patchRow } from '../../store/source/change.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../team/record-audit.ts';
import { perform, type Work } from '../work.ts';

export interface Edit extends Work {
  /** As `patchRow`, kept for taking it back. */
  patch(...row: [table: Patch['table'], key: Patch['key'], row: Patch['after']]): Promise<void>;
  /** Said in the audit log, and in the list of what can be taken back. */
  say(change: AuditChange): void;
}

export function editSources<T>(ctx: Context, by: Actor, run: (edit: Edit) => Promise<T>): Promise<T> {
  return perform(ctx, by, async (work) => {
    assertMayTend(work.settings, by);
    await lockSources(work.tx);
    return editIn(work, run);
  });
}

function isOfSameRow(one: Patch, other: Patch): boolean {
  return one.table === other.table && JSON.stringify(one.key) === JSON.stringify(other.key);
}

/** The same in a unit of work that has begun, for what nobody has to be asked about. */
export async function editIn<T>(work: Work, run: (edit: Edit) => Promise<T>): Promise<T> {
  const [patches, said]: [Patch[], AuditChange[]] = [[], []];
  const result = await run({
    ...work,
    patch: async (table, key, row) => {
      const patch = await patchRow(work.tx, table, key, row);
      const same = patch && patches.findIndex((other) => isOfSameRow(other, patch));
      if (!patch || same === null) return;
      const earlier = patches[same];
      if (earlier) patches[same] = { ...patch, before: earlier.before };
      else patches.push(patch);
    },
    say: (change) => void said.push(change),
  });
  const what = said.filter(isChange);
  if (patches.length === 0) return result;
  const { tx, now: at, by, newId } = work;
  await work.keepGesture();
  await insertSourceChange(tx, { id: newId('change'), at, by, what, patches });
  await recordAudit(work, by, what);
  return result;
}

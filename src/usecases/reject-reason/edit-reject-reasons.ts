/** What managers do with the list of reject reasons. */

import {
  addReason,
  bringBackReason,
  changeReason,
  inUse,
  type ListedReason,
  moveReason,
  type NewReason,
  type ReasonChange,
  reasonIn,
  retireReason,
} from '../../domain/reject-reason/reason-list.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { type AuditChange, type AuditValue, isChange } from '../../domain/team/audit.ts';
import { assertMayManage } from '../../domain/team/change-settings.ts';
import { listEveryReason, updateReasonOrder, upsertReason } from '../../store/reject-reason/reject-reason.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../team/record-audit.ts';
import { perform, type Work } from '../work.ts';

export type ReasonEdit =
  | { kind: 'add'; reason: NewReason }
  | { kind: 'reword'; code: string; words: ReasonChange }
  | { kind: 'retire'; code: string }
  | { kind: 'bring_back'; code: string }
  | { kind: 'up'; code: string }
  | { kind: 'down'; code: string };

/** Returns the list as it is then. */
export function editRejectReasons(
  ctx: Context,
  { person, edit }: { person: PersonId; edit: ReasonEdit },
): Promise<ListedReason[]> {
  const run = async (work: Work) => {
    const { tx, now, settings } = work;
    assertMayManage(settings, person);
    const before = await listEveryReason(tx);
    await apply(tx, before, { edit, now });
    const after = await listEveryReason(tx);
    await recordAudit(work, person, reasonChanges(before, after));
    return after;
  };
  // Held, so that two edits at once come one after the other.
  return perform(ctx, person, run, { locksSettings: true });
}

export function loadRejectReasons(ctx: Context): Promise<ListedReason[]> {
  return ctx.db.transaction(listEveryReason);
}

async function apply(
  tx: Tx,
  list: readonly ListedReason[],
  { edit, now }: { edit: ReasonEdit; now: number },
): Promise<void> {
  switch (edit.kind) {
    case 'add':
      return upsertReason(tx, addReason(list, edit.reason));
    case 'reword':
      return upsertReason(tx, changeReason(list, edit.code, edit.words));
    case 'retire':
      return upsertReason(tx, retireReason(list, edit.code, now));
    case 'bring_back':
      await upsertReason(tx, bringBackReason(list, edit.code));
      return updateReasonOrder(tx, [...inUse(list).map(({ code }) => code), edit.code]);
    case 'up':
      return updateReasonOrder(tx, moveReason(list, edit.code, -1));
    case 'down':
      return updateReasonOrder(tx, moveReason(list, edit.code, 1));
    default:
      return edit satisfies never;
  }
}

/** Each reason that is other than it was; the order only where nothing else has changed. */
function reasonChanges(before: readonly ListedReason[], after: readonly ListedReason[]): AuditChange[] {
  const changed = after
    .map((reason) => ({
      what: { code: 'reject_reason' as const },
      before: wordsIn(before, reason.code),
      after: wordsIn(after, reason.code),
    }))
    .filter(isChange);
  if (changed.length > 0) return changed;
  const order = {
    what: { code: 'reject_reason_order' as const },
    before: labelsOf(before),
    after: labelsOf(after),
  };
  return [order].filter(isChange);
}

function wordsIn(list: readonly ListedReason[], code: string): AuditValue {
  if (!list.some((known) => known.code === code)) return null;
  const { label, outcome, consequence, whoActs, retiredAt } = reasonIn(list, code);
  return { reason: { label, outcome, consequence, whoActs, isRetired: retiredAt !== null } };
}

function labelsOf(list: readonly ListedReason[]): AuditValue {
  return { labels: inUse(list).map(({ label }) => label) };
}

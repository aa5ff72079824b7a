/** What managers do with the list of reject reasons. */

import {
  addReason,
  bringBackReason,
  inUse,
  type ListedReason,
  moveReason,
  type NewReason,
  type ReasonWords,
  reasonIn,
  retireReason,
  rewordReason,
} from '../../domain/reject-reason/reason-list.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { AuditChange, AuditValue } from '../../domain/team/audit.ts';
import { assertMayManage } from '../../domain/team/change-settings.ts';
import { listEveryReason, updateReasonOrder, upsertReason } from '../../store/reject-reason/reject-reason.ts';
import { lockSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../team/record-audit.ts';

export type ReasonEdit =
  | { kind: 'add'; reason: NewReason }
  | { kind: 'reword'; code: string; words: ReasonWords }
  | { kind: 'retire'; code: string }
  | { kind: 'bring_back'; code: string }
  | { kind: 'up'; code: string }
  | { kind: 'down'; code: string };

/** Returns the list as it is then. */
export function editRejectReasons(
  ctx: Context,
  { person, edit }: { person: PersonId; edit: ReasonEdit },
): Promise<ListedReason[]> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    assertMayManage(await lockSettings(tx), person);
    const before = await listEveryReason(tx);
    await apply(tx, before, { edit, now });
    const after = await listEveryReason(tx);
    await recordAudit(ctx, tx, { person, at: now, changes: reasonChanges(before, after) });
    return after;
  });
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
      return upsertReason(tx, rewordReason(list, edit.code, edit.words));
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

/** The words of each reason that is other than it was; the order only where nothing else has changed. */
function reasonChanges(before: readonly ListedReason[], after: readonly ListedReason[]): AuditChange[] {
  const changed = after
    .map((reason) => ({
      what: 'Reject reason',
      before: saidIn(before, reason.code),
      after: saidIn(after, reason.code),
    }))
    .filter((change) => change.before !== change.after);
  if (changed.length > 0) return changed;
  const order = { what: 'Order of reject reasons', before: sayOrder(before), after: sayOrder(after) };
  return order.before === order.after ? [] : [order];
}

function saidIn(list: readonly ListedReason[], code: string): AuditValue {
  if (!list.some((known) => known.code === code)) return null;
  const { label, consequence, whoActs, retiredAt } = reasonIn(list, code);
  return `${label} (${consequence}; acts: ${whoActs})${retiredAt === null ? '' : ', retired'}`;
}

function sayOrder(list: readonly ListedReason[]): string {
  return inUse(list)
    .map(({ label }) => label)
    .join(' · ');
}

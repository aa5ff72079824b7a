import { isWorkingTime, teamCalendar } from '../domain/calendar.ts';
import type { Lead, LeadId } from '../domain/lead/lead.ts';
import { dueNag, type Nag, type NagId, type NagRule, nextNagAt } from '../domain/nag.ts';
import { coerceError } from '../errors.ts';
import { findLeadForUpdate, findLeadIdsToNag } from '../store/lead.ts';
import { findNagHistory, insertNag, setNextNag } from '../store/nag.ts';
import { announce } from '../store/outbox.ts';
import { loadSettings } from '../store/settings.ts';
import type { Tx } from '../store/transaction.ts';
import type { Context } from './context.ts';

const BATCH = 200;

/**
 * Says what is due about the promises that are near their end or past it; returns how many nags were said. The cost is that of what
 * is due, by index. A lead that fails does not keep the others waiting: the failures are thrown together at the end.
 */
export async function sendNags(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const settings = await ctx.db.transaction(loadSettings);
  if (!isWorkingTime(teamCalendar(settings), now)) return 0;
  let said = 0;
  for (;;) {
    const due = await ctx.db.transaction((tx) => findLeadIdsToNag(tx, now, BATCH));
    said += await nagAboutAll(ctx, due, now);
    if (due.length < BATCH) return said;
  }
}

async function nagAboutAll(ctx: Context, leadIds: readonly LeadId[], now: number): Promise<number> {
  const failures: Error[] = [];
  let said = 0;
  for (const leadId of leadIds) {
    try {
      said += await nagAbout(ctx, leadId, now);
    } catch (thrown) {
      failures.push(coerceError(thrown));
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} leads could not be nagged about`);
  return said;
}

/** A transaction for each lead, so that a click on a card never waits for a batch. */
function nagAbout(ctx: Context, leadId: LeadId, now: number): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const lead = await findLeadForUpdate(tx, leadId);
    // It moved, or another process was here first.
    if (!lead || lead.nextNagAt === null || lead.nextNagAt > now) return 0;
    const settings = await loadSettings(tx);
    const history = await findNagHistory(tx, leadId);
    const due = dueNag(lead, settings, { history, now });
    const sent = due ? [...history.sent, due] : history.sent;
    await setNextNag(tx, leadId, nextNagAt(lead, settings, { ...history, sent }));
    if (!due) return 0;
    const { promise, step, cycleAt, rule } = due;
    const nag = { id: ctx.newId('nag') as NagId, leadId, promise, step, cycleAt, sentAt: now };
    if (!(await insertNag(tx, nag))) return 0;
    await announceNag(ctx, tx, { nag, rule, lead });
    return 1;
  });
}

interface Said {
  nag: Nag;
  rule: NagRule;
  lead: Lead;
}

/** The card is redrawn as well: it shows the promise as broken from now on. */
async function announceNag(ctx: Context, tx: Tx, { nag, rule, lead }: Said): Promise<void> {
  if (lead.cardChannel === null) return;
  const card = { kind: 'lead_card', ref: lead.id, target: lead.cardChannel } as const;
  await announce(tx, card, { id: ctx.newId('outbox'), now: nag.sentAt });
  const target = rule.how === 'dm' && lead.owner ? lead.owner : lead.cardChannel;
  const thread = rule.how === 'thread' ? { threadOf: `lead_card:${lead.id}` } : {};
  await announce(
    tx,
    { kind: 'nag', ref: nag.id, target, ...thread },
    { id: ctx.newId('outbox'), now: nag.sentAt },
  );
}

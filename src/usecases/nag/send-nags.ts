import { releaseByTango } from '../../domain/lead/back-to-work.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { type DueNag, dueNag, type Nag, type NagId, nextLookAt } from '../../domain/nag/nag.ts';
import { runningPromise, timeTaken } from '../../domain/promise.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { sayWorkingTime } from '../../domain/time/say-working-time.ts';
import { coerceError } from '../../errors.ts';
import { findLeadIdsToNag, lockLead } from '../../store/lead/lead.ts';
import { findNagHistory, insertNag, updateNextNag } from '../../store/nag/nag.ts';
import { lockNagCounts } from '../../store/nag/receipt.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { announceCard, cardKey, recordMove } from '../lead/record-move.ts';
import { chooseRecipients } from './choose-recipients.ts';

const BATCH = 200;

/**
 * Says what is due about the promises that are near their end or past it; returns how many nags were said. The cost is that of what
 * is due, by index. A lead that fails does not keep the others waiting: the failures are thrown together at the end.
 */
export async function sendNags(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
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
    await lockNagCounts(tx);
    const lead = await lockLead(tx, leadId);
    // It moved, or another process was here first.
    if (!lead || lead.nextNagAt === null || lead.nextNagAt > now) return 0;
    const settings = await loadSettings(tx);
    const history = await findNagHistory(tx, leadId);
    const due = dueNag(lead, settings, { history, now });
    const sent = due ? [...history.sent, { ...due, sentAt: now }] : history.sent;
    await updateNextNag(tx, leadId, nextLookAt(lead, settings, { history: { ...history, sent }, now }));
    return due ? say(ctx, tx, { due, lead, settings, now }) : 0;
  });
}

interface Saying {
  due: DueNag;
  lead: Lead;
  settings: Settings;
  now: number;
}

async function say(ctx: Context, tx: Tx, { due, lead, settings, now }: Saying): Promise<number> {
  const { promise, step, cycleAt, rule } = due;
  const nag: Nag = { id: ctx.newId('nag') as NagId, leadId: lead.id, promise, step, cycleAt, sentAt: now };
  if (!(await insertNag(tx, nag))) return 0;
  if (rule.how === 'move') {
    await takeBackSilent(ctx, tx, { lead, settings, now });
    return 1;
  }
  const { isBeyondCap } = await chooseRecipients(tx, { nag, rule, lead, settings });
  // The card is redrawn as well: it shows the promise as broken from now on.
  await announceCard(ctx, tx, lead, now);
  if (!isBeyondCap)
    await announceNag(ctx, tx, { nag, isDm: rule.how === 'dm', lead, isPost: rule.how === 'channel' });
  return 1;
}

interface Announced {
  nag: Nag;
  lead: Lead;
  isDm: boolean;
  isPost: boolean;
}

async function announceNag(ctx: Context, tx: Tx, { nag, lead, isDm, isPost }: Announced): Promise<void> {
  if (lead.cardChannel === null) return;
  const target = isDm && lead.owner ? lead.owner : lead.cardChannel;
  const thread = isDm || isPost ? {} : { threadOf: cardKey(lead.id) };
  const announcement = { kind: 'nag', ref: nag.id, target, ...thread } as const;
  await enqueue(tx, announcement, { id: ctx.newId('outbox'), now: nag.sentAt });
}

/** Back to the channel, where the card has long scrolled away: it gets a post of its own. */
async function takeBackSilent(
  ctx: Context,
  tx: Tx,
  { lead, settings, now }: Pick<Saying, 'lead' | 'settings' | 'now'>,
): Promise<void> {
  const clock = runningPromise(lead, settings);
  const waited = clock && sayWorkingTime(timeTaken(clock, now).workingMinutes, settings.calendar);
  const move = releaseByTango(lead, { why: 'silent', waited }, now);
  const back = await recordMove(ctx, tx, { from: lead, move, settings, now });
  if (back.cardChannel === null) return;
  const post = { kind: 'lead_back', ref: `${back.id}/${back.version}`, target: back.cardChannel } as const;
  await enqueue(tx, post, { id: ctx.newId('outbox'), now });
}

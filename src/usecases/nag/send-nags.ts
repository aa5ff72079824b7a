import { leadBack, leadCard } from '../../domain/announcements/lead.ts';
import { nagMessage } from '../../domain/announcements/team.ts';
import { releaseByTango } from '../../domain/lead/back-to-work.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { type DueNag, dueNag, type Nag, type NagId, nextLookAt } from '../../domain/nag/nag.ts';
import { runningPromise, workingMinutesTaken } from '../../domain/promise.ts';
import { workingTime } from '../../domain/time/working-time.ts';
import { coerceError } from '../../errors.ts';
import { findLeadIdsToNag, lockLead } from '../../store/lead/lead.ts';
import { findNagHistory, insertNag, updateNextNag } from '../../store/nag/nag.ts';
import { lockNagCounts } from '../../store/nag/receipt.ts';
import type { Context } from '../context.ts';
import { recordMove } from '../lead/record-move.ts';
import { perform, type Work } from '../work.ts';
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
    said += await nagAboutAll(ctx, due);
    if (due.length < BATCH) return said;
  }
}

async function nagAboutAll(ctx: Context, leadIds: readonly LeadId[]): Promise<number> {
  const failures: Error[] = [];
  let said = 0;
  for (const leadId of leadIds) {
    try {
      said += await nagAbout(ctx, leadId);
    } catch (thrown) {
      failures.push(coerceError(thrown));
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} leads could not be nagged about`);
  return said;
}

/** A transaction for each lead, so that a click on a card never waits for a batch. */
function nagAbout(ctx: Context, leadId: LeadId): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const { tx, now, settings } = work;
    await lockNagCounts(tx);
    const lead = await lockLead(tx, leadId);
    // It moved, or another process was here first.
    if (!lead || lead.nextNagAt === null || lead.nextNagAt > now) return 0;
    const history = await findNagHistory(tx, leadId);
    const due = dueNag(lead, settings, { history, now });
    const sent = due ? [...history.sent, { ...due, sentAt: now }] : history.sent;
    await updateNextNag(tx, leadId, nextLookAt(lead, settings, { history: { ...history, sent }, now }));
    return due ? say(work, due, lead) : 0;
  });
}

async function say(work: Work, due: DueNag, lead: Lead): Promise<number> {
  const { promise, step, cycleAt, rule } = due;
  const id = work.newId('nag') as NagId;
  const nag: Nag = { id, leadId: lead.id, promise, step, cycleAt, sentAt: work.now };
  if (!(await insertNag(work.tx, nag))) return 0;
  if (rule.how === 'move') {
    await releaseSilent(work, lead);
    return 1;
  }
  const { isBeyondCap } = await chooseRecipients(work, { nag, rule, lead });
  // The card is drawn again as well: it shows the promise as broken from now on.
  await work.announce(leadCard(lead), isBeyondCap ? null : nagMessage(nag, rule, lead));
  return 1;
}

/** Back to the channel, where the card has long scrolled away: it gets a post of its own. */
async function releaseSilent(work: Work, lead: Lead): Promise<void> {
  const { now, settings } = work;
  const promise = runningPromise(lead, settings);
  const waited = promise && workingTime(workingMinutesTaken(promise, now), settings.calendar);
  const move = releaseByTango(lead, { why: 'silent', waited }, now);
  await work.announce(leadBack(await recordMove(work, { from: lead, move })));
}

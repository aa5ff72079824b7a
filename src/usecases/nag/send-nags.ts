import { leadBack, leadCard } from '../../domain/announcements/lead.ts';
import { releaseByTango } from '../../domain/lead/back-to-work.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { dueStep, isLeftOvernight, nextLook, recipientsOf } from '../../domain/nag/ladder.ts';
import { type NagStep, ruleOf } from '../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import { calendarOf, withoutLeave } from '../../domain/team/person.ts';
import { isWorkingTime, workingMinutesBetween } from '../../domain/time/calendar.ts';
import { workingTime } from '../../domain/time/working-time.ts';
import { coerceError } from '../../errors.ts';
import { lockLead } from '../../store/lead/lead.ts';
import { lockNagCounts } from '../../store/nag/receipt.ts';
import {
  findPromise,
  findPromisesToRemind,
  type PromiseAt,
  updateReminded,
} from '../../store/promise/reminders.ts';
import type { Context } from '../context.ts';
import { recordMove } from '../lead/record-move.ts';
import { perform, type Work } from '../work.ts';
import { askedPeople } from './asked-people.ts';
import { announceToday, tellOwed, waitingDaily } from './daily-messages.ts';
import { sayNag } from './say-nag.ts';

const BATCH = 200;

/**
 * Says what is due about promises of every kind that are near their end or past it; returns how many steps were said. The cost is that of
 * what is due, by index. One that fails does not keep the others waiting: the failures are thrown together at the end.
 */
export async function sendNags(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  let said = 0;
  for (;;) {
    const due = await ctx.db.transaction((tx) => findPromisesToRemind(tx, now, BATCH));
    said += await remindOfAll(ctx, due);
    if (due.length < BATCH) return said;
  }
}

async function remindOfAll(ctx: Context, due: readonly PromiseAt[]): Promise<number> {
  const failures: Error[] = [];
  let said = 0;
  for (const at of due) {
    try {
      said += await remind(ctx, at);
    } catch (thrown) {
      failures.push(coerceError(thrown));
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} promises could not be reminded of`);
  return said;
}

/** A transaction for each, so that a click on a card never waits for a batch. */
function remind(ctx: Context, at: PromiseAt): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const { tx, now } = work;
    await lockNagCounts(tx);
    const lead = ruleOf(at.kind).about === 'lead' ? await lockLead(tx, at.about as LeadId) : null;
    const promise = await findPromise(tx, at);
    // It moved, or another process was here first.
    if (!promise || promise.lookAt === null || promise.lookAt > now) return 0;
    const step = dueStep(promise, work);
    if (step?.how === 'move' && lead) return releaseSilent(work, lead, promise);
    const reached = step ? reaching(promise, step, now) : promise;
    await tellDaily(work, reached);
    if (step && lead) await sayStep(work, { promise: reached, step, lead });
    return step ? 1 : 0;
  });
}

function reaching(promise: TeamPromise, { step, to }: NagStep, now: number): TeamPromise {
  const toldAt = to === 'managers' ? (promise.toldAt ?? now) : promise.toldAt;
  return { ...promise, said: step, toldAt };
}

/** Who is at work hears of it today; the others when they come. Keeps when to look again. */
async function tellDaily(work: Work, promise: TeamPromise): Promise<void> {
  const { tx, now, settings } = work;
  const recipients = recipientsOf(promise, { settings, asked: await askedPeople(tx, promise) });
  const lookAt = nextLook(promise, { settings, now, recipients });
  await updateReminded(tx, { ...promise, lookAt });
  await tellOwed(work, recipients);
  if (isLeftOvernight(promise, work) && isWorkingTime(calendarOf(null, settings), now))
    await announceToday(work, waitingDaily(work));
}

async function sayStep(work: Work, said: { promise: TeamPromise; step: NagStep; lead: Lead }): Promise<void> {
  if (said.step.how === 'daily') return;
  await sayNag(work, said);
  // It shows the promise as broken from now on, and who knows.
  await work.announce(leadCard(said.lead));
}

/** Back to the channel, where the card has long scrolled away: it gets a post of its own. */
async function releaseSilent(work: Work, lead: Lead, { calendar, startedAt }: TeamPromise): Promise<number> {
  const { now } = work;
  const minutes = workingMinutesBetween(withoutLeave(calendar), startedAt, now);
  const move = releaseByTango(lead, { why: 'silent', waited: workingTime(minutes, calendar) }, now);
  await work.announce(leadBack(await recordMove(work, { from: lead, move })));
  return 1;
}

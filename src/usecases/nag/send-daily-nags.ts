import { keyOf } from '../../domain/announcement.ts';
import { owedDigest } from '../../domain/announcements/team.ts';
import { dailyStepAt, nextDailyLook, recipientsOf, saidStep } from '../../domain/promise/daily-nag.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayFor, isAtWork } from '../../domain/team/person.ts';
import { coerceError } from '../../errors.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import {
  findPromise,
  findPromisesToRemind,
  type PromiseAt,
  updateReminded,
} from '../../store/promise/daily.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { askedPeople } from './asked-people.ts';

const BATCH = 200;

/**
 * Reminds people at work, by one message a day, of what they owe besides the leads in the channel; then who waits for it, then the managers, each
 * working day until it moves. Returns how many promises were looked at. One that fails does not keep the others waiting.
 */
export async function sendDailyNags(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const failures: Error[] = [];
  const due = await ctx.db.transaction((tx) => findPromisesToRemind(tx, now, BATCH));
  for (const at of due) {
    await remind(ctx, at).catch((thrown: unknown) => void failures.push(coerceError(thrown)));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} promises could not be reminded of`);
  return due.length;
}

function remind(ctx: Context, at: PromiseAt): Promise<void> {
  return perform(ctx, 'tango', async (work) => {
    const { tx, now, settings, announce } = work;
    const promise = await findPromise(tx, at);
    // It moved, or another process was here first.
    if (!promise || promise.lookAt === null || promise.lookAt > now) return;
    const step = dailyStepAt(promise, now);
    const recipients = step
      ? recipientsOf(promise, step, { settings, asked: await askedPeople(tx, promise) })
      : [];
    const isTold = step?.to === 'managers' && promise.toldAt === null;
    await updateReminded(tx, {
      ...promise,
      said: step?.step ?? null,
      toldAt: isTold ? now : promise.toldAt,
      lookAt: nextDailyLook(promise, recipients, { settings, now }),
    });
    const there = recipients.filter((id) => isAtWork(id, settings, now));
    await announce(...there.map((id) => owedDigest(id, dayFor(id, settings, now))));
  });
}

/** What was said today of promises that have ended goes from the messages in which it stands. No new message is posted for it. */
export async function withdrawDailyNags(work: Work, ended: readonly TeamPromise[]): Promise<void> {
  const { tx, now, settings, announce } = work;
  const people = new Set<PersonId>();
  for (const promise of ended) {
    const step = promise.end && saidStep(promise);
    if (!step) continue;
    for (const id of recipientsOf(promise, step, { settings, asked: await askedPeople(tx, promise) }))
      people.add(id);
  }
  for (const id of people) {
    const digest = owedDigest(id, dayFor(id, settings, now));
    if (await findPostedMessage(tx, keyOf(digest))) await announce(digest);
  }
}

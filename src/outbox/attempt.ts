/** One attempt at one leased row: render it, or look for it, and say what became of it. Network happens here and only here. */
import { createHash } from 'node:crypto';
import { isEditAlone, showsState } from '../domain/announcement.ts';
import { coerceError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Database } from '../store/database.ts';
import type { LeasedRow } from '../store/outbox/lease.ts';
import type { Tx } from '../store/transaction.ts';
import type { SendFailure } from './failure.ts';
import { afterFailure } from './policy.ts';
import type { Rendered, RenderedMessage } from './rendered.ts';
import { type AttemptResult, unchanged, uncounted } from './result.ts';
import type { Sender } from './sender.ts';
import { farthestOf, type OutboxTimings } from './timings.ts';

type Render = (tx: Tx, row: Pick<LeasedRow, 'kind' | 'ref'>, now: number) => Promise<Rendered | null>;

export interface AttemptDeps {
  db: Database;
  sender: Sender;
  /** How the row's thing stands now; null: there is nothing left to say. */
  render: Render;
  clock: { now(): number };
  logger: Logger;
  timings: OutboxTimings;
  /** In [0, 1). */
  jitter: () => number;
}

export async function attempt(deps: AttemptDeps, row: LeasedRow): Promise<AttemptResult> {
  try {
    return row.lane === 'check' ? await look(deps, row) : await show(deps, row);
  } catch (thrown) {
    return afterFailure({
      row,
      failure:
        thrown instanceof RenderError
          ? renderFailure(deps.logger, row, thrown)
          : deps.sender.failureOf(thrown),
      now: deps.clock.now(),
      simplest: deps.sender.simplest,
      timings: deps.timings,
      jitter: deps.jitter(),
    });
  }
}

/** Was it posted? Absent twice, with time in between for Slack to show it, means no. */
async function look({ sender, clock, timings }: AttemptDeps, row: LeasedRow): Promise<AttemptResult> {
  const threadTs = row.isUnthreaded ? undefined : row.parent?.ts;
  const target = threadTs && row.parent ? row.parent.channel : row.target;
  const posted = await sender.findPosted({
    target,
    threadTs,
    outboxId: row.id,
    since: row.doubtSince ?? clock.now(),
  });
  const certain = { ...unchanged(row), doubtSince: null, doubtChecks: 0 };
  // It may show an older state than the present one: an edit follows, which costs less than being wrong.
  const status = showsState(row.kind) ? ('pending' as const) : ('sent' as const);
  if (posted) return { row: { ...certain, status, shownHash: null }, posted };
  if (row.doubtChecks >= 1) return { row: certain };
  const nextAttemptAt = clock.now() + timings.recheck;
  return { row: { ...unchanged(row), doubtChecks: row.doubtChecks + 1, nextAttemptAt } };
}

async function show(deps: AttemptDeps, row: LeasedRow): Promise<AttemptResult> {
  if (row.lane === 'edit' && row.shown === null) {
    const status = isEditAlone(row.kind) ? ('cancelled' as const) : ('pending' as const);
    return { row: { ...uncounted(row), status, shownHash: null } };
  }
  const rendered = await draw(deps, row);
  if (rendered === null) return { row: { ...unchanged(row), status: 'cancelled' } };
  const waits = row.lane === 'post' && 'notBefore' in rendered ? (rendered.notBefore ?? 0) : 0;
  if (waits > deps.clock.now()) return { row: waiting(deps, row, waits) };
  const shownHash = hashOf(rendered);
  const sent = { ...unchanged(row), status: 'sent' as const, shownHash };
  if (isShownAlready(row, shownHash)) return { row: sent };
  if ('home' in rendered) {
    await deps.sender.publishHome(row.target, rendered.home, row.plainness);
    return { row: sent };
  }
  const posted = await put(deps.sender, row, rendered);
  return { row: sent, ...(posted ? { posted } : {}) };
}

/** Drawn again then, or earlier: nothing waits for a time farther ahead than the outbox itself would ever set. */
function waiting({ clock, timings }: AttemptDeps, row: LeasedRow, until: number) {
  const nextAttemptAt = Math.min(until, clock.now() + farthestOf(timings).nextAttempt);
  return { ...uncounted(row), doubtSince: null, doubtChecks: 0, nextAttemptAt };
}

/** After an attempt that broke off, Slack may show something newer than what we know of. */
function isShownAlready(row: LeasedRow, hash: string): boolean {
  return row.lane !== 'post' && row.attempts === 1 && hash === row.shownHash;
}

async function put(sender: Sender, row: LeasedRow, message: RenderedMessage) {
  const content = { message, simplification: row.plainness };
  if (row.lane === 'edit' && row.shown) {
    await sender.update({ ...row.shown, ...content });
    return null;
  }
  const parent = row.isUnthreaded ? null : row.parent;
  return sender.post({
    channel: parent?.channel ?? row.target,
    threadTs: parent?.ts,
    outboxId: row.id,
    ...content,
  });
}

async function draw({ db, render, clock }: AttemptDeps, row: LeasedRow): Promise<Rendered | null> {
  try {
    return await db.transaction((tx) => render(tx, row, clock.now()), {
      order: row.lane === 'home' ? 'alone' : 'usual',
    });
  } catch (thrown) {
    const cause = coerceError(thrown);
    throw new RenderError(cause.message, { cause });
  }
}

class RenderError extends Error {
  override readonly name = 'RenderError';
}

/** A defect of ours. Its message may quote what a person wrote, so the row gets its name alone. */
function renderFailure(logger: Logger, row: LeasedRow, error: RenderError): SendFailure {
  logger.error({ err: error, kind: row.kind, ref: row.ref }, 'A message could not be rendered');
  const code = error.cause instanceof Error ? error.cause.name : 'no_renderer';
  return { kind: 'unknown', code: `render: ${code}`, details: [], retryAfterMs: null };
}

/** Of what was rendered, not of what Slack let through: the same content is not sent twice, in however simple a form. */
function hashOf(rendered: Rendered): string {
  const shown = 'notBefore' in rendered ? { ...rendered, notBefore: undefined } : rendered;
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
}

/**
 * Who comes in how often, and what comes of it. Whoever shows the right secret may come often; whoever is refused is answered ever less.
 * A secret that is shown as it is can be guessed: an address that keeps showing wrong ones is not listened to for a while, unless
 * it is known to hold the right one, or is this machine's own, which all share who come through a proxy that we were not told of. A
 * signature cannot be guessed: what is signed right always passes, since vendors send from addresses that they share.
 */
import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from 'express';
import type { Door, RefusedFor } from '../../domain/delivery/door.ts';
import { DAY, SECOND } from '../../domain/time/duration.ts';
import { AppError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { ProblemError } from '../problem.ts';
import { Buckets, type Rate } from './buckets.ts';
import type { DoorCounts } from './door-counts.ts';
import { Latest } from './latest.ts';
import { isLoopback, networkOf } from './network.ts';

export interface DoorLimits {
  /** By secret: the API's token, a vendor's. A call may carry a thousand leads. */
  accepted: Rate;
  /** By address. */
  refused: Rate;
}

export const DEFAULT_LIMITS: DoorLimits = {
  accepted: { burst: 20_000, perSecond: 200 },
  refused: { burst: 30, perSecond: 0.5 },
};

interface Parts {
  counts: DoorCounts;
  limits: DoorLimits;
  clock: { now(): number };
  log: Logger;
}

interface Manner {
  /** Its secret is shown as it is. */
  isGuessable: boolean;
  /** Its senders read no answer, so that also what they would have to mend is counted. */
  isBlind: boolean;
}

/** What stands before and behind the handlers of one door. */
export interface DoorWay {
  before: RequestHandler;
  /** The secret was right. */
  admit(request: Request): void;
  /** Of what came through so many parts could not be understood. */
  miss(parts: number): void;
  failed: ErrorRequestHandler;
}

export class DoorKeeper {
  readonly #parts: Parts;
  readonly #accepted: Buckets;
  readonly #refused: Buckets;
  /** When the right secret was last shown, by network. */
  readonly #known = new Latest();
  /** Those under way whose secret was right. */
  readonly #admitted = new WeakSet<Request>();
  #hasWarned = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#accepted = new Buckets(parts.limits.accepted);
    this.#refused = new Buckets(parts.limits.refused);
  }

  at(door: Door, manner: Manner): DoorWay {
    return {
      before: (request, response, next) => {
        this.#countAccepted({ door, ...manner }, request, response);
        this.#warnOfProxy(request);
        if (manner.isGuessable) this.#refuseShutOut(request);
        next();
      },
      admit: (request) => this.#admit(door, request),
      miss: (parts) => {
        for (let n = 0; n < parts; n++) this.#parts.counts.count(door, 'not_understood');
      },
      // Express knows a handler of errors by its four parameters.
      failed: (thrown: unknown, request: Request, _response: Response, next: NextFunction) =>
        next(this.#refusal(thrown, request, { door, ...manner })),
    };
  }

  /** Of a door that takes what is sent, somebody who looks at it says nothing about whether that is taken. */
  #countAccepted({ door, isBlind }: Manner & { door: Door }, request: Request, response: Response): void {
    const isLook = isBlind && request.method !== 'POST';
    response.once('finish', () => {
      if (response.statusCode < 400 && !isLook) this.#parts.counts.count(door, 'accepted');
    });
  }

  #refuseShutOut(request: Request): void {
    const { address, now } = this.#asker(request);
    const network = networkOf(address);
    const knownSince = this.#known.get(network) ?? Number.NEGATIVE_INFINITY;
    if (isLoopback(address) || now - knownSince < DAY) return;
    const wait = this.#refused.wait(network, now);
    if (wait > 0) throw tooMany(wait);
  }

  #admit(door: Door, request: Request): void {
    this.#admitted.add(request);
    const { address, now } = this.#asker(request);
    this.#known.set(networkOf(address), now);
    const wait = this.#accepted.take(door, now);
    if (wait > 0) throw tooMany(wait);
  }

  /** What is answered in the end: what was thrown, or that it was too often. */
  #refusal(thrown: unknown, request: Request, { door, isBlind }: Manner & { door: Door }): unknown {
    const isTheirs = isBlind && this.#admitted.has(request);
    const reason = reasonOf(thrown) ?? (isTheirs && isMisunderstood(thrown) ? 'not_understood' : null);
    if (reason !== null) this.#parts.counts.count(door, reason, clockAheadOf(thrown));
    if (reason === null || reason === 'not_understood' || reason === 'too_many') return thrown;
    const { address, now } = this.#asker(request);
    const wait = this.#refused.take(networkOf(address), now);
    return wait > 0 ? tooMany(wait) : thrown;
  }

  #asker(request: Request): { address: string; now: number } {
    return { address: request.ip ?? '', now: this.#parts.clock.now() };
  }

  /** Without being told which proxy to believe we take it for the one caller there is. */
  #warnOfProxy(request: Request): void {
    if (this.#hasWarned || request.get('x-forwarded-for') === undefined || isProxyTrusted(request)) return;
    this.#hasWarned = true;
    this.#parts.log.warn(
      { variable: 'TRUST_PROXY' },
      'requests come through a proxy that Tango was not told of, so that all of them share one address',
    );
  }
}

function isProxyTrusted(request: Request): boolean {
  return request.app.get('trust proxy') !== false;
}

function tooMany(waitMs: number): ProblemError {
  const seconds = Math.ceil(waitMs / SECOND);
  const detail = `Too many requests; come again in ${seconds} s`;
  return new ProblemError(429, detail, { 'retry-after': String(seconds) }, { reason: 'too_many' });
}

function reasonOf(thrown: unknown): RefusedFor | null {
  if (thrown instanceof ProblemError && thrown.refusedFor) return thrown.refusedFor.reason;
  const isTooLarge = thrown instanceof AppError ? thrown.kind === 'too_large' : statusOf(thrown) === 413;
  return isTooLarge ? 'too_large' : null;
}

function clockAheadOf(thrown: unknown): number | undefined {
  return thrown instanceof ProblemError ? thrown.refusedFor?.clockAhead : undefined;
}

/** Not JSON, of another type, or without an answer. */
const MISUNDERSTOOD: readonly unknown[] = [400, 415, 422];

function isMisunderstood(thrown: unknown): boolean {
  return thrown instanceof AppError ? thrown.kind === 'invalid' : MISUNDERSTOOD.includes(statusOf(thrown));
}

function statusOf(thrown: unknown): unknown {
  return (thrown as { status?: unknown } | null)?.status;
}

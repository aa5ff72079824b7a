/**
 * Slack's signature on its requests, looked at before Bolt does. Bolt takes what is dated in the future, and its refusals do not tell a
 * wrong secret from a wrong clock; with a clock that is off every click is refused, and nobody would say why.
 */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { MINUTE, SECOND } from '../domain/time/duration.ts';
import { bytesOf } from '../intake/api/json-body.ts';
import { rawBytes } from '../intake/webhooks/raw-body.ts';
import { assertRecent, assertSame, hmac } from '../intake/webhooks/signature.ts';

/** Bolt's too, of the past. */
const WINDOW = 5 * MINUTE;
/** How long a refusal says something about the clock as it is now. */
const RECENT = 10 * MINUTE;
const LIMIT = 1024 * 1024;

interface Parts {
  signingSecret: string;
  /** The machine's own, which Bolt reads as well. */
  clock: { now(): number };
}

export class SlackDoor {
  readonly check: readonly RequestHandler[];
  readonly #parts: Parts;
  /** The last request that was signed right and for another time, since the last one that was taken. */
  #wrongTime: { at: number; ahead: number } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.check = [...rawBytes(LIMIT), (request, response, next) => this.#check(request, response, next)];
  }

  /** In words; null when nothing says that the clock is off. */
  problem(): string | null {
    if (!this.#wrongTime || this.#parts.clock.now() - this.#wrongTime.at > RECENT) return null;
    const seconds = Math.round(this.#wrongTime.ahead / SECOND);
    return `the clock of this machine is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`;
  }

  #check(request: Request, _response: Response, next: NextFunction): void {
    const body = bytesOf(request);
    const timestamp = request.get('x-slack-request-timestamp') ?? '';
    const expected = hmac(this.#parts.signingSecret, [`v0:${timestamp}:`, body], 'hex');
    assertSame(request.get('x-slack-signature'), `v0=${expected}`);
    this.#assertNow(Number(timestamp) * SECOND);
    // Where Bolt looks for the bytes of a body that was read before.
    next(void Object.assign(request, { rawBody: body }));
  }

  #assertNow(signedAt: number): void {
    const now = this.#parts.clock.now();
    const ahead = now - signedAt;
    this.#wrongTime = Math.abs(ahead) > WINDOW ? { at: now, ahead } : null;
    assertRecent(signedAt, now, WINDOW);
  }
}

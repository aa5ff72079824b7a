import type { TimeSource } from '../clock.ts';
import { TooFastError } from './slack-error.ts';

/** A channel takes one message a second, after a short burst. */
const BURST = 5;
const REFILL_MS = 1_000;
const WINDOW_MS = 60_000;

/** Slack's pace, by the emulator's clock. */
export class RateLimits {
  readonly #clock: TimeSource;
  readonly #calls = new Map<string, number[]>();
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(clock: TimeSource) {
    this.#clock = clock;
  }

  /** Counts a call of a method against its tier. */
  takeCall(method: string, perMinute: number): void {
    const now = this.#clock.now();
    const recent = (this.#calls.get(method) ?? []).filter((at) => at > now - WINDOW_MS && at <= now);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= perMinute) throw tooFast(oldest + WINDOW_MS - now);
    this.#calls.set(method, [...recent, now]);
  }

  /** Counts a message against its channel. */
  takePost(channel: string): void {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(channel) ?? { left: BURST, at: now };
    const refilled = Math.max(now - bucket.at, 0) / REFILL_MS;
    const left = Math.min(BURST, bucket.left + refilled);
    if (left < 1) throw tooFast((1 - left) * REFILL_MS);
    this.#buckets.set(channel, { left: left - 1, at: now });
  }
}

function tooFast(waitMs: number): TooFastError {
  return new TooFastError(Math.max(1, Math.ceil(waitMs / 1000)));
}

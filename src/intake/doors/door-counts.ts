/** What came of the requests at each door: said in the log once a day, and counted in memory until `take` hands it on to be written down. */
import {
  DOORS,
  type Door,
  type DoorCount,
  type DoorResult,
  isMistake,
  type RefusedFor,
} from '../../domain/delivery/door.ts';
import { dayIn } from '../../domain/time/day.ts';
import type { Logger } from '../../logger.ts';

interface Parts {
  log: Logger;
  clock: { now(): number };
}

export interface Refused {
  door: Door;
  reason: RefusedFor;
  count: number;
}

export class DoorCounts {
  readonly #parts: Parts;
  /** Since the last `take`. */
  #waiting = new Map<string, DoorCount>();
  /** Since the process began. */
  readonly #refused = new Map<string, Refused>();
  /** On which day the log has said so. */
  readonly #saidOn = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** `clockAhead`: by how many seconds our clock is ahead of the sender's, for the log. */
  count(door: Door, result: DoorResult, clockAhead?: number): void {
    const at = this.#parts.clock.now();
    this.putBack([{ door, result, count: 1, at }]);
    if (result === 'accepted') return;
    const key = `${door} ${result}`;
    this.#refused.set(key, { door, reason: result, count: (this.#refused.get(key)?.count ?? 0) + 1 });
    if (result !== 'unsigned' && this.#isNews(key, dayIn('UTC', at))) this.#say(door, result, clockAhead);
  }

  /** What was counted since the last time. */
  take(): DoorCount[] {
    const taken = [...this.#waiting.values()];
    this.#waiting = new Map();
    return taken;
  }

  /** What could not be written down. */
  putBack(counts: readonly DoorCount[]): void {
    for (const each of counts) {
      const key = `${each.door} ${each.result}`;
      const waiting = this.#waiting.get(key);
      const at = Math.max(each.at, waiting?.at ?? each.at);
      this.#waiting.set(key, { ...each, at, count: each.count + (waiting?.count ?? 0) });
    }
  }

  refused(): Refused[] {
    return [...this.#refused.values()];
  }

  #isNews(key: string, day: string): boolean {
    const isNews = this.#saidOn.get(key) !== day;
    this.#saidOn.set(key, day);
    return isNews;
  }

  #say(door: Door, reason: RefusedFor, clockAhead: number | undefined): void {
    const variable = DOORS[door];
    const fields = {
      door,
      code: reason,
      ...(variable !== null && (reason === 'wrong_secret' || reason === 'off') && { variable }),
      ...(clockAhead !== undefined && { clockAhead }),
    };
    const { log } = this.#parts;
    if (isMistake(reason))
      log.warn(
        fields,
        'requests are refused at a door; managers are told once a day where nobody comes through',
      );
    else log.warn(fields, 'requests are refused at a door; /metrics counts them');
  }
}

import type { TimeSource } from '../clock.ts';
import type { NewId } from '../ids.ts';

/** Slack's right to open a modal: three seconds after the click, once. */
const LIFETIME_MS = 3_000;

export type TriggerRefusal = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

export class Triggers {
  readonly #issued = new Map<string, { user: string; stepRun?: string; until: number; isUsed: boolean }>();
  readonly #clock: TimeSource;
  readonly #newId: NewId;

  constructor(clock: TimeSource, newId: NewId) {
    this.#clock = clock;
    this.#newId = newId;
  }

  /** `stepRun`: of the custom step whose message or modal was clicked. */
  issue(user: string, stepRun?: string): string {
    const id = `${this.#newId('trigger')}.${this.#issued.size}`;
    this.#issued.set(id, {
      ...{ user, until: this.#clock.now() + LIFETIME_MS, isUsed: false },
      ...(stepRun === undefined ? {} : { stepRun }),
    });
    return id;
  }

  /** Whose trigger it is, or why it can't be used; looking does not spend it. */
  check(id: string): { user: string; stepRun?: string } | { refusal: TriggerRefusal } {
    const trigger = this.#issued.get(id);
    if (trigger === undefined) return { refusal: 'invalid_trigger_id' };
    if (trigger.isUsed) return { refusal: 'exchanged_trigger_id' };
    if (this.#clock.now() > trigger.until) return { refusal: 'expired_trigger_id' };
    const { user, stepRun } = trigger;
    return { user, ...(stepRun === undefined ? {} : { stepRun }) };
  }

  spend(id: string): void {
    const trigger = this.#issued.get(id);
    if (trigger !== undefined) trigger.isUsed = true;
  }
}

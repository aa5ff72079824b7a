/** One run of a custom step of a workflow, from the event to the bot's word that it is done. */
export interface StepRun {
  id: string;
  callbackId: string;
  inputs: Record<string, unknown>;
  /** Good for calls about this run, while it lasts and a little longer. */
  token: string;
  state: 'running' | 'succeeded' | 'failed';
  endedAt?: number;
  outputs?: Record<string, unknown>;
  error?: string;
}

/** Slack's own sample completes its step and edits the message after that, with the same token (slack-samples/bolt-js-custom-step-template). */
const TOKEN_OUTLIVES_MS = 60_000;

export class StepRuns {
  readonly #runs: StepRun[] = [];

  add(run: StepRun): void {
    this.#runs.push(run);
  }

  find(id: string): StepRun | undefined {
    return this.#runs.find((run) => run.id === id);
  }

  all(): readonly StepRun[] {
    return this.#runs;
  }

  ofToken(token: string, now: number): StepRun | undefined {
    return this.#runs.find((run) => run.token === token && now - (run.endedAt ?? now) <= TOKEN_OUTLIVES_MS);
  }
}

/** One run of a custom step of a workflow, from the event to the bot's word that it is done. */
export interface StepRun {
  id: string;
  callbackId: string;
  inputs: Record<string, unknown>;
  /** Good for calls about this run, while it lasts. */
  token: string;
  state: 'running' | 'succeeded' | 'failed';
  outputs?: Record<string, unknown>;
  error?: string;
}

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

  isTokenOfRun(token: string): boolean {
    return this.#runs.some((run) => run.token === token && run.state === 'running');
  }
}

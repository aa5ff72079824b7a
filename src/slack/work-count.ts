/** Counts what comes from Slack while it is under way: Bolt's own stop does not wait for it. */
export class WorkCount {
  #count = 0;
  #whenIdle: (() => void)[] = [];

  get underWay(): number {
    return this.#count;
  }

  async during(work: () => Promise<void>): Promise<void> {
    this.#count += 1;
    try {
      await work();
    } finally {
      this.#count -= 1;
      if (this.#count === 0) setImmediate(() => this.#wake());
    }
  }

  /** Resolves when nothing is under way, and nothing more had come by then. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenIdle.push(resolve);
      setImmediate(() => this.#wake());
    });
  }

  #wake(): void {
    if (this.#count > 0) return;
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }
}

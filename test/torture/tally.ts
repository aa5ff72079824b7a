import type { FaultKind } from './weather/kinds.ts';

/** How often each kind of fault has happened. */
export class Tally {
  readonly counts = new Map<FaultKind, number>();

  add(kind: FaultKind, times = 1): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + times);
  }

  merge(other: Tally): void {
    for (const [kind, times] of other.counts) this.add(kind, times);
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, times) => sum + times, 0);
  }
}

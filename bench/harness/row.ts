import type { BenchDatabases } from './databases.ts';
import type { Figure } from './measure.ts';

export interface RowOptions {
  databases: BenchDatabases;
  rounds: number;
  /** The sizes that the claims speak of, where those take longer than a minute. */
  isFull: boolean;
}

/** One of the claims of docs/performance.md. */
export interface Row {
  title: string;
  /** By a clock or by the million: more rounds would say the same. */
  isOnce?: boolean;
  /** Where it knows only one. */
  database?: string;
  measure(options: RowOptions): Promise<Figure[]>;
}

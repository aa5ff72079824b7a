import type { TroubleFacts } from '../domain/delivery/trouble.ts';
import type { LeasedRow } from '../store/outbox/lease.ts';
import type { Tx } from '../store/transaction.ts';

/** What a person must know because only a person can mend it. Each subject is told once, until it is mended. */
export interface Alert {
  /** What it is about, as a key: `destination:C1`, `content:lead_card`, `auth`, `address`, `quota`. */
  subject: string;
  /** Slack's word. */
  code: string;
  /** What its sentence needs. */
  facts: TroubleFacts;
}

/**
 * Runs in the transaction that records the trouble, so that it is told exactly once: it may write (enqueue a notice) and may log on
 * commit, and must wait for nothing but the database.
 */
export type OnAlert = (tx: Tx, alert: Alert) => Promise<void>;

/** Under the same rules: whether nobody waits any more for what was to be said there. */
export type IsLeft = (tx: Tx, row: Pick<LeasedRow, 'kind' | 'target' | 'threadOf'>) => Promise<boolean>;

/** A message that somebody has deleted is posted again: what stood below it may have to be told again. Under the same rules; `key` as remembered. */
export type OnLost = (tx: Tx, key: string) => Promise<void>;

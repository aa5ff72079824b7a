/** The ledger of spend as people look through it. */

import type { Money } from './money.ts';
import type { Days } from './overlap.ts';
import type { Spend } from './spend.ts';

export interface LedgerEntry extends Spend {
  id: string;
  /** What it was for, in somebody's words. */
  note: string | null;
  batch: string | null;
  /** The file's name, as a rule. */
  batchName: string | null;
  recordedAt: number;
  recordedBy: string;
  state: 'counted' | 'replaced' | 'withdrawn';
}

export interface BrowsedEntry extends LedgerEntry {
  /** Of its batch, how many amounts are not taken back, this one included. */
  inBatch: number;
}

export interface LedgerPage {
  entries: BrowsedEntry[];
  total: number;
  timezone: string;
}

export interface EntryScene {
  entry: BrowsedEntry;
  /** What it stands for, and no other: counted again were it taken back. */
  replaced: LedgerEntry[];
  timezone: string;
}

export interface FormScene {
  /** The amount that is corrected. */
  entry: LedgerEntry | null;
  /** To choose from, the team's first. */
  currencies: string[];
  /** YYYY-MM-DD in the team's zone. */
  today: string;
}

/** An earlier amount that another one covers in part. */
export interface Overlapped extends Days {
  amount: Money;
  id: string;
}

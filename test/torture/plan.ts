/** What a round is to be: all of it follows from its seed, but for the moments, which are the machine's. */
import type { OutboxTimings } from '../../src/outbox/timings.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import { chance } from '../support/random.ts';
import type { Defect } from './defects/index.ts';
import { FAULTS, type FaultKind } from './weather/kinds.ts';

type Mode = 'socket' | 'http';

export interface Plan {
  seed: number;
  mode: Mode;
  database: DialectName;
  /** Processes on the one database: more than one on PostgreSQL alone. */
  bots: number;
  /** One after the other. */
  faults: FaultKind[];
  /** The round goes on until so much was confirmed, or for so long. */
  least: { leads: number; clicks: number; withinMs: number };
  defect?: Defect;
}

export interface Wanted {
  mode?: Mode | undefined;
  database?: DialectName | undefined;
  faults?: number;
  /** No other kinds. */
  only?: readonly string[] | undefined;
}

const FAULTS_PER_ROUND = 14;

export function planOf(seed: number, wanted: Wanted = {}): Plan {
  const { below, pick } = chance(seed);
  // Of the seed itself, so that a few rounds one after the other see both of each.
  const mode = wanted.mode ?? (seed % 2 === 0 ? 'socket' : 'http');
  const database = wanted.database ?? (seed % 4 < 2 ? 'sqlite' : 'postgres');
  const bots = database === 'postgres' ? 1 + below(2) : 1;
  const possible = kindsFor(mode, database, bots).filter((kind) => wanted.only?.includes(kind) ?? true);
  const faults: FaultKind[] = [];
  const count = wanted.faults ?? FAULTS_PER_ROUND;
  // Without one twice while there are others: in the long run each comes as often.
  while (faults.length < count && possible.length > 0) {
    const latest = faults.slice(Math.max(0, faults.length - possible.length + 1));
    const left = possible.filter((kind) => !latest.includes(kind));
    const kind = pick(left);
    if (kind) faults.push(kind);
  }
  return { seed, mode, database, bots, faults, least: { leads: 10, clicks: 15, withinMs: 20_000 } };
}

function kindsFor(mode: Mode, database: DialectName, bots: number): FaultKind[] {
  return (Object.keys(FAULTS) as FaultKind[]).filter((kind) => {
    const only = FAULTS[kind];
    return (
      (only.mode ?? mode) === mode && (only.database ?? database) === database && !(only.alone && bots > 1)
    );
  });
}

/** The outbox of a tortured bot: its waits are short, but longer than what a call may take here (see weather/slack.ts). */
export const TIMINGS: Partial<OutboxTimings> = { lease: 4_000, lookAfter: 500, recheck: 2_000 };

import type { Outcome } from './round.ts';
import { Tally } from './tally.ts';
import { FAULTS, type FaultKind } from './weather/kinds.ts';

/** One cause breaks many rules. */
const MOST_SHOWN = 12;

interface Round {
  tookMs: number;
  /** Kept, where something was found. */
  folder: string | null;
}

export function printRound({ plan, confirmed, tally, violations }: Outcome, { tookMs, folder }: Round): void {
  const { seed, mode, database, bots } = plan;
  const what = `seed ${seed}  ${mode} ${database}${bots > 1 ? ` ×${bots}` : ''}`;
  const done = `${confirmed.leads} leads, ${confirmed.clicks} clicks, ${tally.total} faults`;
  console.log(
    `${violations.length === 0 ? 'held  ' : 'BROKEN'}  ${what}  ${done}  (${(tookMs / 1000).toFixed(1)} s)`,
  );
  for (const { rule, what: shown } of violations.slice(0, MOST_SHOWN))
    console.log(`        ${rule}: ${shown}`);
  if (violations.length > MOST_SHOWN) console.log(`        and ${violations.length - MOST_SHOWN} more`);
  if (folder === null) return;
  console.log(`        its files: ${folder}`);
  console.log(`        again: ${again(plan)}`);
}

const again = ({ seed, mode, database }: Outcome['plan']) =>
  `npm run torture -- --seed ${seed} --rounds 1 --mode ${mode} --database ${database}`;

export function printSum(outcomes: readonly Outcome[]): void {
  const all = new Tally();
  for (const { tally } of outcomes) all.merge(tally);
  const broken = outcomes.filter(({ violations }) => violations.length > 0);
  console.log(`\n${outcomes.length} rounds, ${broken.length} broken, ${all.total} faults:`);
  for (const kind of Object.keys(FAULTS) as FaultKind[]) {
    console.log(`  ${kind.padEnd(20)} ${String(all.counts.get(kind) ?? 0).padStart(5)}`);
  }
  for (const { plan } of broken) console.log(again(plan));
}

import type { Figure } from './measure.ts';

export interface Report {
  row: string;
  title: string;
  database: string;
  rounds: number;
  /** Of the machine, a minute's average: before and after. */
  load: [number, number];
  /** Median time of a small write that is waited for until it is on disk. */
  fsyncMs: number;
  figures: Figure[];
}

/** As a table for people, or a line of JSON a row for programs. */
export function print(report: Report, { isJson }: { isJson: boolean }): void {
  console.log(isJson ? JSON.stringify(report) : tableOf(report));
}

function tableOf({ row, title, database, rounds, load, fsyncMs, figures }: Report): string {
  const [before, after] = load.map((value) => value.toFixed(1));
  const where = `${database}, ${rounds} rounds, load ${before} → ${after}, fsync ${fsyncMs.toFixed(2)} ms`;
  return [`${row}: ${title} (${where})`, ...figures.map((figure) => `  ${lineOf(figure)}`)].join('\n');
}

function lineOf({ name, unit, ours, bare, ratio, target }: Figure): string {
  const value = (number: number) => `${number.toFixed(number < 10 ? 2 : 0)} ${unit}`.padStart(11);
  const beside = bare === undefined ? ''.padEnd(17) : `bare ${value(bare)} `;
  const quotient = ratio === undefined ? ''.padEnd(8) : `× ${ratio.toFixed(2)}`.padEnd(8);
  return `${name.padEnd(28)} ${value(ours)}   ${beside} ${quotient} ${target ? `(${target})` : ''}`.trimEnd();
}

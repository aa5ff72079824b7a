import type { PlannedRefusal } from './import-plan.ts';

/** So many lines are named of each reason. */
const LINES_NAMED = 5;

/** By what is wrong, whatever the cells hold: the reason is that of the first. The most frequent first. */
export function groupRefused(refused: readonly { line: number; reason: string }[]): PlannedRefusal[] {
  const groups = Map.groupBy(refused, ({ reason }) => reason.replaceAll(/"[^"]*"|“[^”]*”|\d[\d.,]*/g, '…'));
  return [...groups.values()]
    .map((rows) => ({
      reason: rows[0]?.reason ?? '',
      rows: rows.length,
      lines: rows.slice(0, LINES_NAMED).map(({ line }) => line),
    }))
    .sort((one, other) => other.rows - one.rows);
}

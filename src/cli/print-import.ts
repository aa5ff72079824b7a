import type { Layout } from '../intake/csv/columns/layout.ts';
import type { ImportReport } from '../intake/csv/import-rows.ts';
import { printable } from './printable.ts';

interface About {
  noun: Layout['noun'];
  isDryRun: boolean;
}

/** Every refused row by its line, then one line that sums up. */
export function printImport(
  report: ImportReport & { withoutSource?: number; tests?: number },
  about: About,
): void {
  for (const { line, reason } of report.refused) console.log(`line ${line}: ${printable(reason)}`);
  console.log(summary(report, about));
  if (report.totals) console.log(`${rows(report.totals)} of totals passed over.`);
  if (report.tests)
    console.log(`${rows(report.tests)} made up by the vendor, marked as a test and never counted.`);
  if (report.withoutSource) {
    console.log(`${rows(report.withoutSource)} without a source, kept under "(no source)".`);
  }
}

function summary(
  { rows: inAll, taken, unchanged, refused }: ImportReport,
  { noun, isDryRun }: About,
): string {
  const fate = isDryRun ? 'fit to be imported' : 'imported';
  const parts = [`${count(taken)} ${fate}`];
  if (!isDryRun) parts.push(`${count(unchanged)} here already`);
  parts.push(`${count(refused.length)} refused`);
  const ending = isDryRun ? ' Nothing was written.' : '';
  return `${noun}: ${rows(inAll)}, ${parts.join(', ')}.${ending}`;
}

function rows(number: number): string {
  return `${count(number)} ${number === 1 ? 'row' : 'rows'}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

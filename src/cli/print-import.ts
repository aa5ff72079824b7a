import type { Layout } from '../intake/csv/columns/layout.ts';
import type { FileReport } from '../intake/csv/import-file.ts';
import { sayFills } from '../sentences/en/fills.ts';
import { sayLeadsFirst, saySeveralDeals } from '../sentences/en/import.ts';
import { sayOwners, sayReasons } from '../sentences/en/import-plan.ts';
import { saySheet } from '../sentences/en/sheet.ts';
import { printable } from './printable.ts';

interface About {
  noun: Layout['noun'];
  isDryRun: boolean;
  /** The plan has said what would come of it, and somebody has agreed. */
  isAgreed: boolean;
}

/** Every refused row by its line, then one line that sums up. What all of them have in common comes first. */
export function printImport(report: FileReport, about: About): void {
  for (const line of firstLines(report, about)) console.log(line);
  for (const line of refusedLines(report)) console.log(printable(line));
  for (const line of notedLines(report)) console.log(printable(line));
  console.log(summary(report, about));
  if (report.sheet) for (const sentence of saySheet(report.sheet)) console.log(printable(sentence));
  if (report.notedRows)
    console.log(`${rows(report.notedRows)} named above for something to know, not refused.`);
  if (report.totals)
    console.log(`${rows(report.totals)} of totals passed over${linesOf(report.totalLines, report.totals)}.`);
  if (report.open) console.log(`${rows(report.open)} of deals that are still open, passed over.`);
  if (report.severalDeals) console.log(`${saySeveralDeals(report.severalDeals)}.`);
  if (report.tests)
    console.log(`${rows(report.tests)} made up by the vendor, marked as a test and never counted.`);
  if (report.withoutSource) {
    console.log(`${rows(report.withoutSource)} without a source, kept under "(no source)".`);
  }
  for (const sentence of sayFills(report.fills, !about.isDryRun)) console.log(printable(sentence));
  for (const sentence of sayOwners(report.owners)) console.log(printable(sentence));
  if (report.withoutDate) console.log(undated(report.withoutDate));
  if (report.stoppedAfter !== undefined)
    console.log(`Stopped after ${rows(report.stoppedAfter)}. The same command goes on with the rest.`);
  if (report.importId && report.taken + (report.updated ?? 0) + report.refusedRows > 0)
    console.log(sayHowToUndo(report.importId, report.refusedRows));
}

function firstLines(report: FileReport, { isAgreed }: About): string[] {
  const first = isAgreed ? null : sayLeadsFirst(report);
  return first === null ? [] : [first];
}

/** Each by its line, or where they are many by what is wrong with them. */
const NAMED_EACH = 50;

function refusedLines({ refusedRows, refused, reasons }: FileReport): string[] {
  if (refusedRows > NAMED_EACH) return sayReasons(reasons);
  return refused.map(({ line, reason }) => `line ${line}: ${reason}`);
}

function notedLines({ notedRows = 0, noted = [], notes = [] }: FileReport): string[] {
  if (notedRows <= NAMED_EACH) return noted.map(({ line, note }) => `line ${line}: ${note}`);
  return notes.map(({ reason, rows: many, lines }) => `${rows(many)}${linesOf(lines, many)}: ${reason}`);
}

function sayHowToUndo(id: string, refused: number): string {
  const mend =
    refused > 0 ? `; \`tango imports refused ${id} > FILE\` writes the refused rows, to be mended` : '';
  return `Import ${id}: \`tango imports undo ${id}\` takes it back${mend}.`;
}

function undated({ rows: number, hasColumn }: NonNullable<FileReport['withoutDate']>): string {
  const advice = hasColumn ? '' : ' Name the column with --map receivedAt=COLUMN.';
  return `${rows(number)} without a date, counted as of today; no card unless --post all.${advice}`;
}

function summary(
  { rows: inAll, taken, updated = 0, unchanged, refusedRows }: FileReport,
  { noun, isDryRun }: About,
): string {
  const fate = isDryRun ? 'fit to be imported' : 'imported';
  const parts = [`${count(taken)} ${fate}`];
  if (updated > 0) parts.push(`${count(updated)} ${noun === 'leads' ? 'brought up to date' : 'corrected'}`);
  parts.push(`${count(unchanged)} here already`);
  parts.push(`${count(refusedRows)} refused`);
  const ending = isDryRun ? ' Nothing was written.' : '';
  return `${noun}: ${rows(inAll)}, ${parts.join(', ')}.${ending}`;
}

const MOST_LINES = 20;

/** `all`: how many there are, of which these may be the first. */
function linesOf(lines: readonly number[] = [], all = lines.length): string {
  if (lines.length === 0) return '';
  const named = lines.slice(0, MOST_LINES);
  const more = all > named.length ? ` and ${count(all - named.length)} more` : '';
  return `: ${all === 1 ? 'line' : 'lines'} ${named.join(', ')}${more}`;
}

function rows(number: number): string {
  return `${count(number)} ${number === 1 ? 'row' : 'rows'}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

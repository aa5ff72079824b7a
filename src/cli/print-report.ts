import Table from 'cli-table3';
import type { Figures } from '../domain/report/report-figures.ts';
import type { NamedReport } from '../sentences/en/report.ts';
import { printable } from './printable.ts';

/** Below so many leads a rate says little. */
const ENOUGH = 10;

/** Making one takes 2 ms, and a table has hundreds of numbers. */
const NUMBER = new Intl.NumberFormat('en');
const ONE_DIGIT = digits(1);
const TWO_DIGITS = digits(2);

function digits(count: number): Intl.NumberFormat {
  return new Intl.NumberFormat('en', { minimumFractionDigits: count, maximumFractionDigits: count });
}

type Column = [title: string, show: (row: Figures) => string];

export function printReport(report: NamedReport): void {
  const columns = columnsOf(report);
  const table = new Table({
    head: [report.by, ...columns.map(([title]) => title)],
    colAligns: ['left', ...columns.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const row of [...report.rows, { key: 'total', ...report.total }]) {
    table.push([cell(row.key), ...columns.map(([, show]) => show(row))]);
  }
  console.log(`Leads that arrived from ${report.from} to ${report.to}. Amounts in ${report.currency}.`);
  console.log(table.toString());
  for (const line of notes(report)) console.log(line);
}

function columnsOf({ total, rows }: NamedReport): Column[] {
  const isWhole = rows.every((row) => Number.isInteger(row.value));
  return [
    ['leads', (row) => number(row.leads)],
    ['claimed', (row) => number(row.claimed)],
    ['qualified', (row) => number(row.qualified)],
    ['rejected', (row) => number(row.rejected)],
    ['won', (row) => number(row.won)],
    ['lost', (row) => number(row.lost)],
    ['open', (row) => number(row.open)],
    ['value', (row) => (isWhole ? number(row.value) : amount(row.value))],
    ...(total.spend === null ? [] : SPEND_COLUMNS),
    ['won ÷ leads', conversion],
    ['median days to won', (row) => number(row.medianDaysToWon)],
  ];
}

const SPEND_COLUMNS: Column[] = [
  ['spend', (row) => amount(row.spend)],
  ['per lead', (row) => amount(row.costPerLead)],
  ['per qualified', (row) => amount(row.costPerQualified)],
  ['per won', (row) => amount(row.costPerWon)],
];

function conversion(row: Figures): string {
  if (row.conversion === null) return '–';
  const percent = ONE_DIGIT.format(row.conversion * 100);
  return row.leads < ENOUGH ? `* ${percent} %` : `${percent} %`;
}

function number(value: number | null): string {
  return value === null ? '–' : NUMBER.format(value);
}

function amount(value: number | null): string {
  return value === null ? '–' : TWO_DIGITS.format(value);
}

function notes(report: NamedReport): string[] {
  const { tests, notCounted } = report.excluded;
  const lines = [
    ...(report.total.spend === null ? ['No spend is recorded for these days.'] : []),
    ...(report.rows.some((row) => row.leads > 0 && row.leads < ENOUGH)
      ? [`* fewer than ${ENOUGH} leads: too few to judge`]
      : []),
    ...(tests + notCounted > 0
      ? [`Left out: ${number(tests)} test leads, ${number(notCounted)} spam, duplicates and the like.`]
      : []),
    ...(report.unassignedSpend === null
      ? []
      : [`Spend that names no ${report.by}, in the total only: ${amount(report.unassignedSpend)}.`]),
    ...(report.undated > 0
      ? [`Won on a day that nobody has told, in no median: ${number(report.undated)}.`]
      : []),
    ...report.otherCurrencies.map(
      ({ currency, value, spend }) =>
        `Not in the table: ${currency} ${amount(value)} won, ${amount(spend)} spent.`,
    ),
  ];
  return [...lines, ...anomalyLines(report)];
}

const SHOWN = 5;

function anomalyLines({ anomalies }: NamedReport): string[] {
  if (anomalies.length === 0) return [];
  const some = anomalies
    .slice(0, SHOWN)
    .map((one) => `${cell(one.externalId ?? one.leadId)} (arrived ${one.arrivedOn}, won ${one.wonOn})`);
  const more = anomalies.length > SHOWN ? `, and ${anomalies.length - SHOWN} more` : '';
  return [`Won before they arrived, counted as they are: ${some.join(', ')}${more}.`];
}

/** One line, and not so long that it stretches the table. */
function cell(text: string): string {
  const plain = printable(text).replaceAll('\n', ' ');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}

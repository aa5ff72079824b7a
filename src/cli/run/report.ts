import { stringify } from 'csv-stringify/sync';
import type { ReportBy } from '../../domain/report/report-keys.ts';
import { type NamedReport, namedReport } from '../../sentences/en/report.ts';
import { loadReport } from '../../usecases/report/build-report.ts';
import { printReport } from '../print-report.ts';
import { withExistingContext } from '../with-context.ts';

export interface ReportOptions {
  from: string;
  to: string;
  by: ReportBy;
  json?: boolean;
  csv?: boolean;
}

export async function runReport({ from, to, by, json, csv }: ReportOptions): Promise<void> {
  const found = namedReport(await withExistingContext((ctx) => loadReport(ctx, { from, to, by })));
  if (json) console.log(JSON.stringify(found));
  else if (csv) process.stdout.write(csvOf(found));
  else printReport(found);
}

/** A spreadsheet adds up by itself: there is no line of totals. What a name from outside begins with is no formula. */
function csvOf({ by, rows }: NamedReport): string {
  const lines = rows.map(({ key, ...figures }) => ({ [by]: key, ...figures }));
  return stringify(lines, { header: true, escape_formulas: true, columns: [by, ...FIGURES] });
}

const FIGURES = [
  ...['leads', 'claimed', 'qualified', 'rejected', 'won', 'lost', 'open', 'value', 'spend'],
  ...['costPerLead', 'costPerQualified', 'costPerWon', 'conversion', 'medianDaysToWon'],
];

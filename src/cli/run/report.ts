import type { ReportBy } from '../../domain/report/report.ts';
import { namedReport } from '../../sentences/en/report.ts';
import { loadReport } from '../../usecases/report/build-report.ts';
import { printReport } from '../print-report.ts';
import { withExistingContext } from '../with-context.ts';

export interface ReportOptions {
  from: string;
  to: string;
  by: ReportBy;
  json?: boolean;
}

export async function runReport({ from, to, by, json }: ReportOptions): Promise<void> {
  const found = namedReport(await withExistingContext((ctx) => loadReport(ctx, { from, to, by })));
  if (json) console.log(JSON.stringify(found));
  else printReport(found);
}

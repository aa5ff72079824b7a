import type { Report } from '../../domain/report/report.ts';
import type { Figures } from '../../domain/report/report-figures.ts';
import { isPeriodKind, type ReportBy } from '../../domain/report/report-keys.ts';

/** "(no source)" where there is none. */
export function sayKey(key: string | null, by: ReportBy): string {
  return key ?? `(no ${by})`;
}

export type NamedReport = ReturnType<typeof namedReport>;

/** As people and programs read it: each line under its name; months and weeks in their order, else the most leads first, equals by name. */
export function namedReport(report: Report) {
  const named = <T extends { key: string | null }>(line: T) => ({
    ...line,
    key: sayKey(line.key, report.by),
  });
  const byLeads = (a: Figures, b: Figures) => (isPeriodKind(report.by) ? 0 : b.leads - a.leads);
  const rows = report.rows.map(named).sort((a, b) => byLeads(a, b) || (a.key < b.key ? -1 : 1));
  return { ...report, rows, anomalies: report.anomalies.map(named) };
}

import type { Report, ReportBy } from '../../domain/report/report.ts';

/** "(no source)" where there is none. */
export function sayKey(key: string | null, by: ReportBy): string {
  return key ?? `(no ${by})`;
}

export type NamedReport = ReturnType<typeof namedReport>;

/** As people and programs read it: each line under its name, the most leads first, equals by name. */
export function namedReport(report: Report) {
  const named = <T extends { key: string | null }>(line: T) => ({
    ...line,
    key: sayKey(line.key, report.by),
  });
  const rows = report.rows.map(named).sort((a, b) => b.leads - a.leads || (a.key < b.key ? -1 : 1));
  return { ...report, rows, anomalies: report.anomalies.map(named) };
}

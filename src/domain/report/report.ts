/**
 * The report: what came of the leads that arrived between two days, by source, campaign, segment, owner, month or week, and what it cost.
 *
 * Read only. Leads are counted by the day of their arrival in the team's zone, both days included; what happened to them later
 * counts for that day. Vendors' tests, and leads rejected for a reason that does not count, are left out and said how many.
 * Every lead is in exactly one of rejected, won, lost and open. Money is never added across currencies: the team's counts,
 * the others stand beside it. What cannot be computed is null.
 *
 * Each figure's formula is in docs/metrics.md. Named by sentences/en/report, shown by cli/print-report. Facts from store/report.
 */
import { type Money, majorUnits } from '../money/money.ts';
import { type Spend, spendWithin } from '../money/spend.ts';
import { periodsBetween } from './periods.ts';
import { type Figures, figures, type LeadCounts, NOBODY, sumOf, type Win } from './report-figures.ts';
import { isPeriodKind, type ReportBy } from './report-keys.ts';

export interface ReportFacts {
  counts: LeadCounts[];
  wins: Win[];
  spend: Spend[];
  excluded: { tests: number; notCounted: number };
}

export interface ReportQuestion {
  from: string;
  to: string;
  by: ReportBy;
  currency: string;
}

export interface Report extends ReportQuestion {
  /** In no order: equals are sorted by their names, and one without a key has its name in sentences/. */
  rows: ({ key: string | null } & Figures)[];
  total: Figures;
  excluded: ReportFacts['excluded'];
  /** In the total and in no row: it names no source, or no campaign. */
  unassignedSpend: number | null;
  /** Won before they arrived: counted as they are, and said. */
  anomalies: Pick<Win, 'key' | 'leadId' | 'externalId' | 'arrivedOn' | 'wonOn'>[];
  /** Won on a day that nobody has told: counted, and in no time between two days. */
  undated: number;
  /** What is not in the figures above because it is in another currency, in its own major units. */
  otherCurrencies: { currency: string; value: number; spend: number }[];
}

export function buildReport(question: ReportQuestion, facts: ReportFacts): Report {
  const { currency } = question;
  const spend = spendInRange(question, facts.spend);
  const countsByKey = new Map(facts.counts.map((counts) => [counts.key, counts]));
  const winsByKey = Map.groupBy(facts.wins, (win) => win.key);
  const rows = [...new Set([...countsByKey.keys(), ...spend.byKey.keys()])].map((key) => ({
    key,
    ...figures(countsByKey.get(key) ?? NOBODY, winsByKey.get(key) ?? [], {
      spentMinor: key === null ? null : (spend.byKey.get(key) ?? null),
      currency,
    }),
  }));
  const { from, to, by } = question;
  return {
    from,
    to,
    by,
    rows,
    total: figures(sumOf(facts.counts), facts.wins, { spentMinor: spend.total, currency }),
    currency,
    excluded: facts.excluded,
    unassignedSpend: spend.unassigned === null ? null : majorUnits({ minor: spend.unassigned, currency }),
    anomalies: facts.wins.filter(({ days }) => days !== null && days < 0).map(toAnomaly),
    undated: facts.wins.filter(({ days }) => days === null).length,
    otherCurrencies: otherCurrencies(question, facts),
  };
}

interface SpendInRange {
  total: number | null;
  byKey: Map<string, number>;
  unassigned: number | null;
}

/** In minor units of the team's currency. */
function spendInRange({ from, to, by, currency }: ReportQuestion, all: readonly Spend[]): SpendInRange {
  const found: SpendInRange = { total: null, byKey: new Map(), unassigned: null };
  const add = (key: string, minor: number) => found.byKey.set(key, (found.byKey.get(key) ?? 0) + minor);
  for (const spend of all) {
    if (spend.amount.currency !== currency) continue;
    const minor = spendWithin(spend, from, to);
    found.total = (found.total ?? 0) + minor;
    if (isPeriodKind(by))
      for (const period of periodsBetween(later(from, spend.from), earlier(to, spend.to), by))
        add(period.key, spendWithin(spend, period.from, period.to));
    if (by !== 'source' && by !== 'campaign') continue;
    const key = spend[by];
    if (key === null) found.unassigned = (found.unassigned ?? 0) + minor;
    else add(key, minor);
  }
  return found;
}

const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);

function toAnomaly(win: Win): Report['anomalies'][number] {
  const { key, leadId, externalId, arrivedOn, wonOn } = win;
  return { key, leadId, externalId, arrivedOn, wonOn };
}

function otherCurrencies(
  { from, to, currency }: ReportQuestion,
  facts: ReportFacts,
): Report['otherCurrencies'] {
  const sums = new Map<string, { value: number; spend: number }>();
  const add = (money: Money, what: 'value' | 'spend') => {
    if (money.currency === currency) return;
    const sum = sums.get(money.currency) ?? { value: 0, spend: 0 };
    sums.set(money.currency, { ...sum, [what]: sum[what] + money.minor });
  };
  for (const { value } of facts.wins) if (value) add(value, 'value');
  for (const spend of facts.spend) {
    add({ minor: spendWithin(spend, from, to), currency: spend.amount.currency }, 'spend');
  }
  return [...sums].map(([code, { value, spend }]) => ({
    currency: code,
    value: majorUnits({ minor: value, currency: code }),
    spend: majorUnits({ minor: spend, currency: code }),
  }));
}

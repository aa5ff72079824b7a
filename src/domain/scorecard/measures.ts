/** How a number is taken over the leads of one week or of several. Over several, counts are averaged; rates, costs and times are of all their leads together. */
import type { Side } from '../money/spend.ts';
import { bookedDeals, bookedValue } from './booked.ts';
import { type Cohort, spentBy, spentIn } from './cohort.ts';
import { type CountId, totalsOf } from './counts.ts';
import type { Figure } from './figure.ts';
import { type Formula, METRICS, type MetricId } from './metrics.ts';
import { allMinutes } from './taken-times.ts';

export function measure(id: MetricId, cohorts: readonly Cohort[]): Figure {
  return figureOf(METRICS[id].formula, cohorts);
}

function figureOf(formula: Formula, cohorts: readonly Cohort[]): Figure {
  switch (formula.kind) {
    case 'count':
      return {
        kind: 'count',
        value: cohorts.length === 0 ? 0 : total(cohorts, [formula.of]) / cohorts.length,
      };
    case 'rate':
      return { kind: 'rate', part: total(cohorts, [formula.part]), of: total(cohorts, formula.of) };
    case 'cost':
      return cost(cohorts, formula);
    case 'spent':
      return spent(cohorts, formula);
    case 'return':
      return returned(cohorts);
    case 'time': {
      const { clock } = formula;
      const sorted = cohorts.flatMap((cohort) => allMinutes(cohort, formula)).sort((a, b) => a - b);
      return {
        kind: 'time',
        clock,
        median: quantile(sorted, 0.5),
        p90: quantile(sorted, 0.9),
        of: sorted.length,
      };
    }
    case 'booked':
      return formula.what === 'deals' ? bookedDeals(cohorts) : bookedValue(cohorts);
    default:
      return formula satisfies never;
  }
}

function total(cohorts: readonly Cohort[], ids: readonly CountId[]): number {
  return cohorts.reduce((sum, cohort) => sum + ids.reduce((all, id) => all + totalsOf(cohort)[id], 0), 0);
}

/** Weeks without any recorded spend would make the others look cheaper: their leads are left out. */
function cost(cohorts: readonly Cohort[], { side, per }: Extract<Formula, { kind: 'cost' }>): Figure {
  const known = withSpend(cohorts, side);
  return {
    kind: 'cost',
    minor: known.length === 0 ? null : sum(known),
    per: total(known.length === 0 ? cohorts : known.map(({ cohort }) => cohort), [per]),
    currency: currencyOf(cohorts),
  };
}

/** On average over the weeks of which it is known. */
function spent(cohorts: readonly Cohort[], { side }: Extract<Formula, { kind: 'spent' }>): Figure {
  const known = withSpend(cohorts, side);
  const minor = known.length === 0 ? null : Math.round(sum(known) / known.length);
  return { kind: 'money', minor, currency: currencyOf(cohorts) };
}

function returned(cohorts: readonly Cohort[]): Figure {
  const known = withSpend(cohorts, null);
  const currency = currencyOf(cohorts);
  const won = (known.length === 0 ? cohorts : known.map(({ cohort }) => cohort)).flatMap(({ leads }) =>
    leads.flatMap(({ state, value }) =>
      state === 'won' && value?.currency === currency ? { minor: value.minor } : [],
    ),
  );
  return {
    kind: 'return',
    won: cohorts.length === 0 ? null : sum(won),
    spent: known.length === 0 ? null : sum(known),
    currency,
  };
}

function withSpend(cohorts: readonly Cohort[], side: Side | null) {
  return cohorts.flatMap((cohort) => {
    const minor = spentIn(cohort, side === null ? () => true : spentBy(side));
    return minor === null ? [] : [{ cohort, minor }];
  });
}

function currencyOf(cohorts: readonly Cohort[]): string {
  return cohorts[0]?.settings.currency ?? '';
}

function sum(amounts: readonly { minor: number }[]): number {
  return amounts.reduce((all, { minor }) => all + minor, 0);
}

/** Between the two nearest values, as spreadsheets do it. */
function quantile(sorted: readonly number[], q: number): number | null {
  const place = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * The scorecard as other programs read it, on the command line and over HTTP: instants in ISO 8601, amounts in major units,
 * and the agenda as `say` puts it.
 */
import { Temporal } from 'temporal-polyfill';
import { majorUnits } from '../money/money.ts';
import type { AgendaPoint } from './agenda.ts';
import { type Figure, isTooFew } from './figure.ts';
import type { WeekAsItStands } from './moved.ts';
import type { Scorecard } from './scorecard.ts';

type Say = (point: AgendaPoint) => string;

/** The week as it stands; in it how it was published, or null, and what has moved since. */
export function scorecardJson({ scorecard, published, moved }: WeekAsItStands, say: Say) {
  const publishedAt = published?.publishedAt ?? null;
  return {
    ...cardJson(scorecard, publishedAt, say),
    published: published && cardJson(published.scorecard, publishedAt, say),
    moved: moved.map(({ metric, before, now }) => ({
      metric,
      before: figureJson(before),
      now: figureJson(now),
    })),
  };
}

function cardJson(scorecard: Scorecard, publishedAt: number | null, say: Say) {
  const { week, from, to, timezone, currency, averagedWeeks, trend, open, leftOut } = scorecard;
  const major = (minor: number | null) => (minor === null ? null : majorUnits({ minor, currency }));
  return {
    ...{ week, from, to, timezone, currency },
    publishedAt: publishedAt === null ? null : iso(publishedAt),
    computedAt: iso(scorecard.computedAt),
    metrics: Object.fromEntries(
      Object.entries(scorecard.metrics).map(([id, { now, last, average }]) => [
        id,
        { now: figureJson(now), last: figureJson(last), average: figureJson(average) },
      ]),
    ),
    ...{ averagedWeeks, trend, open, leftOut },
    spend: major(scorecard.spend),
    otherSpend: scorecard.otherSpend.map((spent) => ({
      currency: spent.currency,
      amount: majorUnits(spent),
    })),
    otherBooked: scorecard.otherBooked.map((won) => ({ currency: won.currency, amount: majorUnits(won) })),
    grown: scorecard.grown && { ...scorecard.grown, costPerWon: figureJson(scorecard.grown.costPerWon) },
    sources: scorecard.sources.map((row) => ({ ...row, spend: major(row.spend) })),
    rejections: scorecard.rejections,
    answers: scorecard.answers.map(({ at, ...answer }) => ({ ...answer, at: iso(at) })),
    buying: scorecard.buying,
    agenda: scorecard.agenda.map(({ side, owner, point }) => ({ side, owner, text: say(point) })),
  };
}

/** What cannot be computed is null. */
function figureJson(figure: Figure) {
  const tooFew = isTooFew(figure);
  switch (figure.kind) {
    case 'unknown':
      return { kind: figure.kind, value: null };
    case 'count':
      return { kind: figure.kind, value: rounded(figure.value) };
    case 'money': {
      const { minor, currency } = figure;
      return { kind: figure.kind, value: minor === null ? null : majorUnits({ minor, currency }), currency };
    }
    case 'rate': {
      const value = figure.of === 0 ? null : rounded(figure.part / figure.of);
      return { kind: figure.kind, value, part: figure.part, of: figure.of, tooFew };
    }
    case 'cost':
      return { ...costJson(figure), tooFew };
    case 'return':
      return returnJson(figure);
    case 'time': {
      const { kind, clock, median, p90, of } = figure;
      return { kind, clock, medianMinutes: median, p90Minutes: p90, of, tooFew };
    }
    default:
      return figure satisfies never;
  }
}

function costJson({ kind, minor, per, currency }: Extract<Figure, { kind: 'cost' }>) {
  const spend = minor === null ? null : majorUnits({ minor, currency });
  return { kind, value: spend === null || per === 0 ? null : rounded(spend / per), spend, per, currency };
}

function returnJson({ kind, won, spent, currency }: Extract<Figure, { kind: 'return' }>) {
  const major = (minor: number | null) => (minor === null ? null : majorUnits({ minor, currency }));
  const value = won === null || !spent ? null : rounded(won / spent);
  return { kind, value, won: major(won), spend: major(spent), currency };
}

/** Four decimals, as in the report. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function iso(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}

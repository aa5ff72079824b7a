/**
 * The scorecard as other programs read it, on the command line and over HTTP: instants in ISO 8601, amounts in major units,
 * and the agenda as `say` puts it.
 */
import { Temporal } from 'temporal-polyfill';
import type { GoalPace } from '../goal/pace.ts';
import { majorUnits } from '../money/money.ts';
import type { AgendaPoint } from './agenda-point.ts';
import { type Added, addedTo, type Entry, type LeadEntry } from './entries.ts';
import { type Figure, isTooFew } from './figure.ts';
import { type Formula, METRICS, type Metric } from './metrics.ts';
import type { WeekAsItStands, WeekMoved } from './moved.ts';
import type { Scorecard } from './scorecard.ts';

type Say = (point: AgendaPoint) => string;

/** The week as it stands; in it how it was published, or null, and what has moved since. */
export function scorecardJson({ scorecard, published, told, ...week }: WeekAsItStands, say: Say) {
  const publishedAt = published?.publishedAt ?? null;
  return {
    ...cardJson(scorecard, publishedAt, say),
    published: published && cardJson(published.scorecard, publishedAt, say),
    moved: movedJson(week, scorecard.currency),
    earlier: told.map((each) => ({ week: each.week, moved: movedJson(each, scorecard.currency) })),
  };
}

function movedJson({ moved, entries }: Pick<WeekMoved, 'moved' | 'entries'>, currency: string) {
  return moved.map(({ metric, before, now }) => ({
    metric,
    before: figureJson(before),
    now: figureJson(now),
    entries: entries?.flatMap((entry) => entryJson(METRICS[metric], entry, currency)) ?? null,
  }));
}

interface EntryJson {
  lead?: string;
  spend?: string;
  why: Entry['why'];
  from?: LeadEntry['from'];
  to?: LeadEntry['to'];
  part: number;
  of: number;
}

/** What one lead, amount or deal has added to the parts of a figure; of all entries together they are the difference. */
function entryJson(metric: Metric, entry: Entry, currency: string): EntryJson[] {
  const added = addedTo(metric, entry);
  if (!added) return [];
  const about = entry.kind === 'spend' ? { spend: entry.spend } : { lead: entry.lead };
  return [{ ...about, why: entry.why, ...statesOf(entry), ...majorParts(metric.formula, added, currency) }];
}

function statesOf(entry: Entry): Pick<EntryJson, 'from' | 'to'> {
  return entry.kind === 'lead' ? { from: entry.from, to: entry.to } : {};
}

/** What something adds to a figure, money in major units. */
export function majorParts(formula: Formula, added: Added, currency: string): Added {
  const isMoney = { part: hasMoneyPart(formula), of: formula.kind === 'return' };
  const told = (part: keyof Added) =>
    isMoney[part] ? majorUnits({ minor: added[part], currency }) : added[part];
  return { part: told('part'), of: told('of') };
}

function hasMoneyPart(formula: Formula): boolean {
  if (formula.kind === 'booked') return formula.what === 'value';
  return formula.kind === 'cost' || formula.kind === 'spent' || formula.kind === 'return';
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
    goals: scorecard.goals.map(goalJson),
    leadsOwed: scorecard.leadsOwed,
    agenda: scorecard.agenda.map(({ side, owner, point }) => ({ side, owner, text: say(point) })),
    missed: scorecard.missed,
    stories: {
      ...scorecard.stories,
      worth: scorecard.stories.worth.map(({ wonAt, ...each }) => ({ ...each, wonAt: iso(wonAt) })),
    },
    lastAgenda: scorecard.lastAgenda && {
      week: scorecard.lastAgenda.week,
      items: scorecard.lastAgenda.items.map(({ side, owner, fate, point, now }) => ({
        ...{ side, owner, fate, text: say(point), now: now && say(now) },
      })),
    },
  };
}

/** Of money in major units. */
function goalJson({ currency, cost, ...goal }: GoalPace) {
  const major = (minor: number | null) =>
    minor === null || currency === null ? minor : majorUnits({ minor, currency });
  return {
    ...goal,
    currency,
    target: major(goal.target),
    reached: major(goal.reached),
    expected: major(goal.expected),
    cost: cost && { spent: major(cost.spent), over: cost.over },
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

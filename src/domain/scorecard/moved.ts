/** What has changed of a week since it was published, and why: a deal that is won five weeks later is a win of that week's leads. */
import type { Week } from '../time/week.ts';
import { type Cohort, isBrokenPromise } from './cohort.ts';
import type { Entry, EntryNames } from './entries.ts';
import { type Figure, isSameFigure } from './figure.ts';
import { measure } from './measures.ts';
import { METRIC_IDS, METRICS, type MetricId } from './metrics.ts';
import type { Scorecard } from './scorecard.ts';
import { type Shares, sharesOf } from './shares.ts';

export interface Moved {
  metric: MetricId;
  before: Figure;
  now: Figure;
}

/** Of one week alone. A number that was not counted yet by the version that told it is not there. */
export type Figures = Partial<Record<MetricId, Figure>>;

/** How a week stands. */
export interface Standing {
  figures: Figures;
  shares: Shares;
  /** A promise runs that may still be broken: time alone makes other figures of it. */
  mayMoveByItself: boolean;
}

export function standingOf(week: Cohort): Standing {
  return {
    figures: Object.fromEntries(METRIC_IDS.map((id) => [id, measure(id, [week])])),
    shares: sharesOf(week),
    mayMoveByItself: week.leads.some(({ promises }) =>
      promises.some((promise) => promise.endedAt === null && !isBrokenPromise(promise, week.now)),
    ),
  };
}

/** Of an earlier week, since it was last told. */
export interface WeekMoved {
  week: Week;
  moved: readonly Moved[];
  /** Null: an earlier version told it, which kept no leads. */
  entries: readonly Entry[] | null;
}

/** A week as it is told to whoever asks for it. */
export interface WeekAsItStands {
  /** As it stands now; a published week in the zone and the currency that it was published in, or it would be another week. */
  scorecard: Scorecard;
  /** As it was published, and when (epoch ms); null for a week that was not. */
  published: { scorecard: Scorecard; publishedAt: number } | null;
  moved: readonly Moved[];
  /** Each lead and amount that has moved it; null where that is not known, since an earlier version published it. */
  entries: readonly Entry[] | null;
  /** The earlier weeks of which its thread told, since they had moved until then; the latest first. */
  told: readonly WeekMoved[];
  /** What those that are named are called. */
  names: EntryNames;
}

/** Those for which no lead has to be read. */
export function moneyFigures(week: Cohort): Figures {
  const ids = METRIC_IDS.filter((id) => ['spent', 'booked'].includes(METRICS[id].formula.kind));
  return Object.fromEntries(ids.map((id) => [id, measure(id, [week])]));
}

/** In the order of the metrics; empty where all is as it was. */
export function movedBetween(before: Figures, now: Figures): Moved[] {
  return METRIC_IDS.flatMap((metric) => {
    const [was, is] = [before[metric], now[metric]];
    if (!was || !is || was.kind === 'unknown' || isSameFigure(was, is)) return [];
    return { metric, before: was, now: is };
  });
}

export function figuresOf({ metrics }: Scorecard): Figures {
  return Object.fromEntries(METRIC_IDS.map((id) => [id, metrics[id].now]));
}

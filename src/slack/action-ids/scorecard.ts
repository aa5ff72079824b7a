import { METRIC_IDS, type MetricId } from '../../domain/scorecard/metrics.ts';
import { parseWeek, type Week } from '../../domain/time/week.ts';
import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';

/** What is behind a number of a week, a page at a time. */
export const SCORECARD = {
  behind: 'scorecard_behind',
  pageBack: 'scorecard_page_back',
  pageOn: 'scorecard_page_on',
} as const;

export const SCORECARD_MODAL = { behind: 'scorecard_behind_modal' } as const;

interface BehindKey {
  week: Week;
  metric: MetricId;
  /** From 0. */
  page: number;
}

export const behindKey: Codec<BehindKey> = {
  encode: ({ week, metric, page }) => `${page}:${week}:${metric}`,
  decode: (text) => {
    const [page = '', week = '', metric = ''] = text.split(':');
    const known = METRIC_IDS.find((id) => id === metric);
    if (!known) throw new AppError('invalid', inWords('This menu names no number of the scorecard.'));
    return { week: parseWeek(week), metric: known, page: /^\d{1,4}$/.test(page) ? Number(page) : 0 };
  },
};

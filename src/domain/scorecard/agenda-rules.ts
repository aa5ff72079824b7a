/**
 * What puts a matter on the agenda, as data: whose it is, from when on it is off track, and how the same matter is measured again a week later.
 * When each applies in words: sentences/en/scorecard/agenda-rules, of which the table in docs/metrics is made.
 */
import type { Side } from '../money/spend.ts';
import type { SilentSource } from '../source/source-alert.ts';
import type { AgendaPoint } from './agenda-point.ts';
import type { UnansweredRejects } from './answered-rejects.ts';
import type { SourceRow } from './by-source.ts';
import type { ComparedMetrics } from './compare.ts';
import type { Figure } from './figure.ts';
import { METRICS, type MetricId } from './metrics.ts';
import type { Rejection } from './why-rejected.ts';
import { fall, MAY_FALL } from './worst-movement.ts';

export interface AgendaFacts {
  metrics: ComparedMetrics;
  rejections: readonly Rejection[];
  spend: number | null;
  sources: readonly SourceRow[];
  silent: readonly SilentSource[];
  unanswered: readonly UnansweredRejects[];
  currency: string;
}

/** Of points that this version may put on an agenda. */
export type AgendaRuleId = Exclude<AgendaPoint['code'], 'in_words'>;
type PointOf<Code> = Extract<AgendaPoint, { code: Code }>;

interface AgendaRule<Point> {
  /** Null: that of the number which it is about, and sales where that is of both. */
  side: Side | null;
  /** What it could be about this week, off track or not. Of several the one that weighs most is taken. */
  look: (facts: AgendaFacts) => readonly Point[];
  /** The same matter this week; null: nothing to measure it by. */
  again: (facts: AgendaFacts, then: Point) => Point | null;
  isOff: (point: Point) => boolean;
  /** More is worse. */
  weight: (point: Point) => number;
}

export const AGENDA_LIMITS = { inTime: 0.8, other: 0.1, oneReason: { leads: 3, share: 0.3 }, fall: 0.2 };

type AgendaRules = { readonly [Code in AgendaRuleId]: AgendaRule<PointOf<Code>> };

/** In the order in which they stand on the agenda. */
export const AGENDA_RULES: AgendaRules = {
  // Salaries and the like name no source, and are not asked about.
  money_without_leads: {
    side: 'marketing',
    look: ({ sources, currency }) => moneyOf(sources, currency),
    again: ({ sources, currency }, { source }) => ({
      ...{ code: 'money_without_leads', source, currency, minor: 0, leads: 0, others: 0 },
      ...amountOf(sources.find((row) => row.source === source)),
    }),
    isOff: ({ minor, leads }) => leads === 0 && minor > 0,
    weight: ({ minor }) => minor,
  },
  no_source: {
    side: 'marketing',
    look: (facts) => [withoutSource(facts)],
    again: (facts) => measured(withoutSource(facts)),
    isOff: ({ leads }) => leads > 0,
    weight: share,
  },
  unclaimed: {
    side: 'sales',
    look: ({ metrics }) => [{ code: 'unclaimed', leads: countOf(metrics.untouched.now) }],
    again: ({ metrics }) =>
      countOf(metrics.leads.now) === 0 ? null : { code: 'unclaimed', leads: countOf(metrics.untouched.now) },
    isOff: ({ leads }) => leads > 0,
    weight: ({ leads }) => leads,
  },
  contact_late: {
    side: 'sales',
    look: (facts) => [contactsOf(facts)],
    again: (facts) => measured(contactsOf(facts)),
    isOff: ({ part, of }) => of > 0 && part / of < AGENDA_LIMITS.inTime,
    weight: ({ part, of }) => 1 - part / of,
  },
  other_reason: {
    side: 'sales',
    look: (facts) => [becauseOfOther(facts)],
    again: (facts) => measured(becauseOfOther(facts)),
    isOff: (point) => share(point) > AGENDA_LIMITS.other,
    weight: share,
  },
  one_reason: {
    side: 'marketing',
    look: ({ rejections }) => {
      const [top] = rejections.filter(({ reason }) => reason !== 'other');
      return top ? [becauseOf(top, rejections)] : [];
    },
    again: ({ rejections }, then) => {
      const same = rejections.find(({ reason, label }) =>
        then.reason === null ? label === then.label : reason === then.reason,
      );
      return measured(same ? becauseOf(same, rejections) : { ...then, leads: 0, of: total(rejections) });
    },
    isOff: (point) =>
      point.leads >= AGENDA_LIMITS.oneReason.leads && share(point) >= AGENDA_LIMITS.oneReason.share,
    weight: share,
  },
  worst_movement: {
    side: null,
    look: ({ metrics }) => MAY_FALL.map((metric) => movementOf(metric, metrics)),
    again: ({ metrics }, { metric }) => {
      const point = MAY_FALL.includes(metric) ? movementOf(metric, metrics) : null;
      return point && fall(point) !== null ? point : null;
    },
    isOff: (point) => (fall(point) ?? 0) >= AGENDA_LIMITS.fall,
    weight: (point) => fall(point) ?? 0,
  },
  no_spend: {
    side: 'marketing',
    look: (facts) => (countOf(facts.metrics.leads.now) === 0 ? [] : [recorded(facts)]),
    again: (facts) =>
      facts.spend === null && countOf(facts.metrics.leads.now) === 0 ? null : recorded(facts),
    isOff: ({ minor }) => minor === null,
    weight: () => 1,
  },
  silent_source: {
    side: 'marketing',
    look: ({ silent }) => silent.map((each) => silenceOf(each, silent.length - 1)),
    again: ({ silent }, { source }) =>
      silenceOf(silent.find((each) => each.source === source) ?? { source, since: null }, 0),
    isOff: ({ since }) => since !== null,
    // The earlier, the worse.
    weight: ({ since }) => (since === null ? 0 : -Date.parse(since)),
  },
  rejects_unanswered: {
    side: 'marketing',
    look: ({ unanswered }) =>
      unanswered.map((each) => ({ code: 'rejects_unanswered', ...each, others: unanswered.length - 1 })),
    again: ({ unanswered }, { of }) => ({
      ...{ code: 'rejects_unanswered', of, leads: 0, others: 0 },
      ...unanswered.find((each) => each.of === of),
    }),
    isOff: ({ leads }) => leads > 0,
    weight: ({ leads }) => leads,
  },
};

export const AGENDA_RULE_IDS = Object.keys(AGENDA_RULES) as AgendaRuleId[];

/** The rule of a point, whichever it is. */
export function ruleOf<Point extends AgendaPoint>({ code }: Point): AgendaRule<Point> | null {
  return code === 'in_words' ? null : (AGENDA_RULES[code] as unknown as AgendaRule<Point>);
}

export function sideOf(point: AgendaPoint): Side {
  if (point.code === 'worst_movement') return METRICS[point.metric]?.side ?? 'sales';
  return ruleOf(point)?.side ?? 'sales';
}

function moneyOf(sources: readonly SourceRow[], currency: string) {
  const points = sources
    .flatMap((row) => {
      const amount = amountOf(row);
      if (row.source === null || amount.leads > 0 || amount.minor <= 0) return [];
      return [{ code: 'money_without_leads' as const, source: row.source, currency, ...amount }];
    })
    .toSorted((a, b) => b.minor - a.minor);
  return points.map((point) => ({ ...point, others: points.length - 1 }));
}

function amountOf(row: SourceRow | undefined) {
  return { minor: row?.spend ?? 0, leads: row?.leads ?? 0 };
}

function silenceOf(
  { source, since }: { source: string; since: string | null },
  others: number,
): PointOf<'silent_source'> {
  return { code: 'silent_source', source, since, others };
}

function withoutSource({ sources }: AgendaFacts): PointOf<'no_source'> {
  const leads = sources.find(({ source }) => source === null)?.leads ?? 0;
  return { code: 'no_source', leads, of: sources.reduce((sum, row) => sum + row.leads, 0) };
}

function contactsOf({ metrics }: AgendaFacts): PointOf<'contact_late'> {
  const { now } = metrics.contactedInTime;
  const { part, of } = now.kind === 'rate' ? now : { part: 0, of: 0 };
  return { code: 'contact_late', part, of };
}

function becauseOfOther({ rejections }: AgendaFacts): PointOf<'other_reason'> {
  const leads = rejections.find(({ reason }) => reason === 'other')?.leads ?? 0;
  return { code: 'other_reason', leads, of: total(rejections) };
}

function becauseOf(
  { reason, label, leads, campaigns }: Rejection,
  all: readonly Rejection[],
): PointOf<'one_reason'> {
  const campaign = campaigns[0]?.campaign || null;
  return { code: 'one_reason', leads, of: total(all), reason, label, campaign };
}

function movementOf(metric: MetricId, metrics: ComparedMetrics): PointOf<'worst_movement'> {
  const { now, average } = metrics[metric];
  return { code: 'worst_movement', metric, now, average };
}

function recorded({ spend, currency }: AgendaFacts): PointOf<'no_spend'> {
  return { code: 'no_spend', minor: spend, currency };
}

function measured<Point extends { of: number }>(point: Point): Point | null {
  return point.of === 0 ? null : point;
}

function share({ leads, of }: { leads: number; of: number }): number {
  return of === 0 ? 0 : leads / of;
}

function total(rejections: readonly Rejection[]): number {
  return rejections.reduce((sum, { leads }) => sum + leads, 0);
}

function countOf(figure: Figure): number {
  return figure.kind === 'count' ? figure.value : 0;
}

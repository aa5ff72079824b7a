/** A scorecard as it was published: rows are read for ever, whichever version wrote them. */
import { z } from 'zod';
import { INSIGHT_KINDS } from '../../domain/insight/insight-kind.ts';
import type { InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { CHANGES } from '../../domain/rejects/rejects.ts';
import type { AgendaPoint } from '../../domain/scorecard/agenda-point.ts';
import type { ComparedMetrics } from '../../domain/scorecard/compare.ts';
import type { Figure } from '../../domain/scorecard/figure.ts';
import { METRIC_IDS, type MetricId } from '../../domain/scorecard/metrics.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import { NO_STORIES } from '../../domain/scorecard/stories.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Week } from '../../domain/time/week.ts';
import { InWordsJson, inWords, textJson } from '../columns.ts';
import { GoalPaceJson, LeadsOwedJson } from '../goal/pace-json.ts';

export const FigureJson: z.ZodType<Figure, unknown> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('count'), value: z.number() }),
  z.object({ kind: z.literal('rate'), part: z.number(), of: z.number() }),
  z.object({ kind: z.literal('cost'), minor: z.number().nullable(), per: z.number(), currency: z.string() }),
  z.object({ kind: z.literal('money'), minor: z.number().nullable(), currency: z.string() }),
  z.object({
    kind: z.literal('return'),
    won: z.number().nullable(),
    spent: z.number().nullable(),
    currency: z.string(),
  }),
  z.object({
    kind: z.literal('time'),
    clock: z.enum(['working', 'wall']),
    median: z.number().nullable(),
    p90: z.number().nullable(),
    of: z.number(),
  }),
]);

const AgendaPointJson: z.ZodType<AgendaPoint, unknown> = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('money_without_leads'),
    source: z.string(),
    minor: z.number(),
    currency: z.string(),
    leads: z.number().default(0),
    others: z.number(),
  }),
  z.object({ code: z.literal('no_source'), leads: z.number(), of: z.number() }),
  z.object({ code: z.literal('unclaimed'), leads: z.number() }),
  z.object({ code: z.literal('contact_late'), part: z.number(), of: z.number() }),
  z.object({ code: z.literal('other_reason'), leads: z.number(), of: z.number() }),
  z.object({
    code: z.literal('one_reason'),
    leads: z.number(),
    of: z.number(),
    reason: z.string().nullable().default(null),
    label: z.string(),
    campaign: z.string().nullable(),
  }),
  z.object({
    code: z.literal('worst_movement'),
    metric: textJson<MetricId>(),
    now: FigureJson,
    average: FigureJson,
  }),
  z.object({
    code: z.literal('no_spend'),
    minor: z.number().nullable().default(null),
    currency: z.string().default(''),
  }),
  z.object({
    code: z.literal('silent_source'),
    ...{ source: z.string(), since: z.string().nullable(), others: z.number() },
  }),
  z.object({
    code: z.literal('rejects_unanswered'),
    ...{ of: z.string().nullable(), leads: z.number(), others: z.number() },
  }),
  InWordsJson,
]);

const AgendaItemJson = z.preprocess(
  pointInWords,
  z.object({
    side: z.enum(['sales', 'marketing']),
    owner: textJson<PersonId>().nullable(),
    point: AgendaPointJson,
  }),
);

const AgendaFateJson = z.object({
  side: z.enum(['sales', 'marketing']),
  owner: textJson<PersonId>().nullable(),
  point: AgendaPointJson,
  now: AgendaPointJson.nullable(),
  fate: z.enum(['done', 'better', 'still', 'unknown']),
});

const ItemInWords = z.looseObject({ text: z.string() });

/** Once an item was a sentence: `{"side":"sales","owner":null,"text":"One lead waits to be claimed."}`. */
function pointInWords(item: unknown): unknown {
  const old = ItemInWords.safeParse(item).data;
  return old ? { ...old, point: inWords(old.text) } : item;
}

const UNKNOWN = { kind: 'unknown' } as const;

/** What was not counted yet by the version that published. */
const NONE_KNOWN = Object.fromEntries(
  METRIC_IDS.map((id) => [id, { now: UNKNOWN, last: UNKNOWN, average: UNKNOWN }]),
) as ComparedMetrics;

const WeekJson = textJson<Week>();

const ShareJson = z.object({ part: z.number(), of: z.number() });

export const ScorecardJson: z.ZodType<Scorecard, unknown> = z.object({
  week: WeekJson,
  from: z.string(),
  to: z.string(),
  computedAt: z.number(),
  timezone: z.string(),
  currency: z.string(),
  startsAt: z.number().nullable().default(null),
  metrics: z
    .partialRecord(z.enum(METRIC_IDS), z.object({ now: FigureJson, last: FigureJson, average: FigureJson }))
    .transform((metrics): ComparedMetrics => ({ ...NONE_KNOWN, ...metrics })),
  averagedWeeks: z.number(),
  trend: z.array(z.object({ week: WeekJson, leads: z.number(), qualified: z.number(), won: z.number() })),
  open: z.object({
    leads: z.number(),
    deals: z.number(),
    withoutCard: z.number(),
    // Not in those that were published before.
    pairs: z.number().default(0),
  }),
  leftOut: z.object({ tests: z.number(), notCounted: z.number() }),
  spend: z.number().nullable(),
  otherSpend: z.array(z.object({ currency: z.string(), minor: z.number() })),
  // Neither is in those that were published before.
  otherBooked: z.array(z.object({ currency: z.string(), minor: z.number() })).default([]),
  grown: z
    .object({
      week: WeekJson,
      ...{ leads: z.number(), qualified: z.number(), won: z.number(), open: z.number() },
      costPerWon: FigureJson,
    })
    .nullable()
    .default(null),
  sources: z.array(
    z.object({
      source: z.string().nullable(),
      leads: z.number(),
      open: z.number(),
      qualified: z.number(),
      rejected: z.number(),
      won: z.number(),
      spend: z.number().nullable(),
    }),
  ),
  rejections: z.array(
    z.object({
      reason: z.string(),
      label: z.string(),
      leads: z.number(),
      campaigns: z.array(z.object({ campaign: z.string().nullable(), leads: z.number() })),
    }),
  ),
  // Not in those that were published before.
  answers: z
    .array(
      z.object({
        source: z.string().nullable(),
        campaign: z.string().nullable(),
        ...{ reason: z.string(), label: z.string(), leads: z.number(), of: z.number() },
        ...{ change: z.enum(CHANGES), sentence: z.string(), by: textJson<PersonId>(), at: z.number() },
        since: z.object({ before: ShareJson, after: ShareJson }).nullable(),
      }),
    )
    .default([]),
  buying: z.array(z.object({ segment: z.string(), leads: z.number(), won: z.number() })),
  // Neither is in those that were published before.
  goals: z.array(GoalPaceJson).default([]),
  leadsOwed: LeadsOwedJson.nullable().default(null),
  agenda: z.array(AgendaItemJson),
  // None of these is in those that were published before.
  lastAgenda: z
    .object({ week: WeekJson, items: z.array(AgendaFateJson) })
    .nullable()
    .default(null),
  stories: z
    .object({
      ...{ asked: z.number(), told: z.number(), published: z.number() },
      overdue: z.array(
        z.object({
          requestId: textJson<InsightRequestId>(),
          kind: z.enum(INSIGHT_KINDS),
          topic: z.string(),
          people: z.array(textJson<PersonId>()),
          dueDate: z.string(),
        }),
      ),
      worth: z.array(
        z.object({
          leadId: textJson<LeadId>(),
          segment: z.string().nullable(),
          owner: textJson<PersonId>().nullable(),
          wonAt: z.number(),
          kind: z.enum(['case_study', 'testimonial']),
          wins: z.number(),
        }),
      ),
      more: z.object({ overdue: z.number(), worth: z.number() }),
    })
    .default(NO_STORIES),
  missed: z.array(z.object({ week: WeekJson, why: z.enum(['away', 'no_channel']) })).default([]),
});

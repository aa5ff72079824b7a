/** What `domain/scorecard/scorecard-json` writes, described for the API's readers. */
import { z } from 'zod';
import { GOAL_KINDS } from '../../domain/goal/kinds.ts';
import { CHANGES } from '../../domain/rejects/rejects.ts';

const day = z.iso.date();
const instant = z.iso.datetime();
const count = z.int().min(0);
const amount = z.number();

const Figure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown'), value: z.null() }).describe('Published before it was counted'),
  z.object({ kind: z.literal('count'), value: z.number() }),
  z.object({
    kind: z.literal('rate'),
    value: z.number().nullable(),
    part: z.number(),
    of: z.number(),
    tooFew: z.boolean(),
  }),
  z.object({
    kind: z.literal('cost'),
    value: z.number().nullable(),
    spend: amount.nullable(),
    per: z.number(),
    currency: z.string(),
    tooFew: z.boolean(),
  }),
  z.object({
    kind: z.literal('return'),
    value: z.number().nullable(),
    won: amount.nullable(),
    spend: amount.nullable(),
    currency: z.string(),
  }),
  z.object({ kind: z.literal('money'), value: amount.nullable(), currency: z.string() }),
  z.object({
    kind: z.literal('time'),
    clock: z.enum(['working', 'wall']),
    medianMinutes: z.number().nullable(),
    p90Minutes: z.number().nullable(),
    of: z.number(),
    tooFew: z.boolean(),
  }),
]);

const Share = z.object({ part: count, of: count });

const Goal = z.object({
  kind: z.enum(GOAL_KINDS),
  period: z.string().describe('2026-11 or 2026-Q4'),
  ...{ from: day, to: day, until: day },
  target: amount,
  currency: z.string().nullable(),
  reached: amount.nullable(),
  expected: amount.nullable().describe('By then, in working days; null of a cost'),
  outcome: z.enum(['reached', 'on_pace', 'behind', 'missed', 'unknown']),
  isOver: z.boolean(),
  leftOut: count.describe('Wins in another currency or without a value'),
  cost: z.object({ spent: amount.nullable(), over: count }).nullable(),
});

const Owed = z.object({
  period: z.string(),
  ...{ from: day, to: day },
  owed: count.nullable().describe('Null: too few leads to judge by'),
  delivered: count,
  expected: count.nullable(),
  isOver: z.boolean(),
  because: z.union([
    z.object({ how: z.literal('agreed') }),
    z.object({
      how: z.enum(['from_goal', 'too_few']),
      goal: z.enum(['qualified', 'won']),
      ...{ target: count, part: count, of: count, quarter: z.string() },
    }),
  ]),
});

const Card = z.object({
  week: z.string(),
  from: day,
  to: day,
  timezone: z.string(),
  currency: z.string(),
  publishedAt: instant.nullable().describe('Null: it was not published'),
  computedAt: instant,
  metrics: z.record(z.string(), z.object({ now: Figure, last: Figure, average: Figure })),
  averagedWeeks: count,
  trend: z.array(z.object({ week: z.string(), leads: count, qualified: count, won: count })),
  open: z.object({ leads: count, deals: count, withoutCard: count, pairs: count }),
  leftOut: z.object({ tests: count, notCounted: count }),
  spend: amount.nullable(),
  otherSpend: z.array(z.object({ currency: z.string(), amount })),
  otherBooked: z
    .array(z.object({ currency: z.string(), amount }))
    .describe('What was won in the week in other currencies'),
  grown: z
    .object({ week: z.string(), leads: count, qualified: count, won: count, open: count, costPerWon: Figure })
    .nullable()
    .describe(
      'The week four weeks before, as it stands: old enough to be judged; null where no lead arrived in it',
    ),
  sources: z.array(
    z.object({
      source: z.string().nullable(),
      leads: count,
      open: count,
      qualified: count,
      rejected: count,
      won: count,
      spend: amount.nullable(),
    }),
  ),
  rejections: z.array(
    z.object({
      reason: z.string(),
      label: z.string(),
      leads: count,
      campaigns: z.array(z.object({ campaign: z.string().nullable(), leads: count })),
    }),
  ),
  answers: z
    .array(
      z.object({
        source: z.string().nullable(),
        campaign: z.string().nullable().describe('Null: leads of the source without a campaign'),
        reason: z.string(),
        label: z.string(),
        leads: count.describe('Rejected for the reason that most of them were rejected for'),
        of: count.describe('Rejected in all'),
        change: z.enum(CHANGES),
        sentence: z.string(),
        by: z.string(),
        at: instant,
        since: z
          .object({ before: Share, after: Share })
          .nullable()
          .describe(
            'The share of the reason among the leads of four weeks before the answer, and of those since; null in the week of the answer',
          ),
      }),
    )
    .describe('What marketing has answered to rejects in the week, and four weeks before it'),
  buying: z.array(z.object({ segment: z.string(), leads: count, won: count })),
  goals: z
    .array(Goal)
    .describe('Of the months and quarters that the week touches, as far as they had come at its end'),
  leadsOwed: Owed.nullable().describe('By marketing; null: no goal says how many'),
  agenda: z.array(
    z.object({ side: z.enum(['sales', 'marketing']), owner: z.string().nullable(), text: z.string() }),
  ),
  stories: z
    .object({
      ...{ asked: count, told: count, published: count },
      overdue: z.array(
        z.object({
          ...{ requestId: z.string(), kind: z.string(), topic: z.string() },
          ...{ people: z.array(z.string()), dueDate: z.string() },
        }),
      ),
      worth: z.array(
        z.object({
          ...{ leadId: z.string(), segment: z.string().nullable(), owner: z.string().nullable() },
          ...{ wonAt: z.string(), kind: z.string(), wins: count },
        }),
      ),
      more: z.object({ overdue: count, worth: count }),
    })
    .describe(
      'Asked for, told and published in the week; open ones that are overdue; wins worth asking about; how many more there are of both',
    ),
  missed: z
    .array(z.object({ week: z.string(), why: z.enum(['away', 'no_channel']) }))
    .describe('Earlier weeks that were not posted, named in its thread; of a week as it stands none'),
  lastAgenda: z
    .object({
      week: z.string(),
      items: z.array(
        z.object({
          side: z.enum(['sales', 'marketing']),
          owner: z.string().nullable(),
          fate: z.enum(['done', 'better', 'still', 'unknown']),
          text: z.string().describe('As it stood on that agenda'),
          now: z.string().nullable().describe('The same this week; null: there is nothing to measure it by'),
        }),
      ),
    })
    .nullable()
    .describe('What became of the agenda that was published last before this week; null: none was'),
});

const Entry = z.object({
  lead: z.string().optional(),
  spend: z.string().optional(),
  why: z.string(),
  from: z.string().nullable().optional().describe('How the lead stood; null: it was not in this week'),
  to: z.string().nullable().optional(),
  part: z.number().describe('What it adds to the numerator, to the count or to the amount, in major units'),
  of: z.number().describe('What it adds to the denominator'),
});

const Moved = z.object({
  metric: z.string(),
  before: Figure,
  now: Figure,
  entries: z
    .array(Entry)
    .nullable()
    .describe(
      'The leads, amounts and deals that moved it: together they are the difference; null: published by a version that kept none',
    ),
});

export const ScorecardJson = Card.extend({
  published: Card.nullable().describe(
    'The week as it was published, which never changes; null where it was not',
  ),
  moved: z.array(Moved).describe('The figures that are others than when it was published'),
  earlier: z
    .array(z.object({ week: z.string(), moved: z.array(Moved) }))
    .describe('Earlier weeks of which its thread told, since they had moved until then'),
}).describe('The week as it stands');

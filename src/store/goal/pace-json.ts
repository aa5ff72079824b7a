/** Goals as they stood in a scorecard that was published. */
import { z } from 'zod';
import { GOAL_KINDS } from '../../domain/goal/kinds.ts';
import type { LeadsOwed } from '../../domain/goal/leads-owed.ts';
import type { GoalPace } from '../../domain/goal/pace.ts';
import type { Period } from '../../domain/goal/period.ts';
import { textJson } from '../columns.ts';

const period = textJson<Period>();
const days = { from: z.string(), to: z.string() };

export const GoalPaceJson: z.ZodType<GoalPace, unknown> = z.object({
  ...{ kind: z.enum(GOAL_KINDS), period, ...days, until: z.string() },
  ...{ target: z.number(), currency: z.string().nullable() },
  ...{ reached: z.number().nullable(), expected: z.number().nullable() },
  outcome: z.enum(['reached', 'on_pace', 'behind', 'missed', 'unknown']),
  ...{ isOver: z.boolean(), leftOut: z.number() },
  cost: z.object({ spent: z.number().nullable(), over: z.number() }).nullable(),
});

export const LeadsOwedJson: z.ZodType<LeadsOwed, unknown> = z.object({
  ...{ period, ...days, owed: z.number().nullable(), delivered: z.number() },
  ...{ expected: z.number().nullable(), isOver: z.boolean() },
  because: z.union([
    z.object({ how: z.literal('agreed') }),
    z.object({
      ...{ how: z.enum(['from_goal', 'too_few']), goal: z.enum(['qualified', 'won']) },
      ...{ target: z.number(), part: z.number(), of: z.number(), quarter: period },
    }),
  ]),
});

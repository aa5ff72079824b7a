/** Leads are those that marketing owes; of all others both sides say "ours". */
export const GOAL_KINDS = ['qualified', 'won', 'revenue', 'cost_per_qualified', 'stories', 'leads'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

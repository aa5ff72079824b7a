import type { Goal } from './goal.ts';

/** What there was from the first day of a period to the day until which is counted. */
export interface Reached {
  /** Leads that arrived, spam, tests and duplicates left out. */
  leads: number;
  qualified: number;
  /** By currency; null: nobody has said what it is worth. Minor units. */
  won: { currency: string | null; count: number; minor: number }[];
  stories: number;
  /** In the currency of the goal, of both sides; null: none is recorded. */
  spent: number | null;
}

type Counted = Pick<Goal, 'kind' | 'currency'>;

/** What the goal counts, of what there was; minor units of money. Null: it cannot be computed. */
export function reachedIn({ kind, currency }: Counted, reached: Reached): number | null {
  switch (kind) {
    case 'qualified':
      return reached.qualified;
    case 'won':
      return reached.won.reduce((sum, { count }) => sum + count, 0);
    case 'revenue':
      return reached.won.find((won) => won.currency === currency)?.minor ?? 0;
    case 'cost_per_qualified':
      return reached.spent === null || reached.qualified === 0
        ? null
        : Math.round(reached.spent / reached.qualified);
    case 'stories':
      return reached.stories;
    case 'leads':
      return reached.leads;
    default:
      return kind satisfies never;
  }
}

/** Wins of a revenue goal that are in another currency, or of which nobody has said what they are worth. */
export function leftOutOf({ kind, currency }: Counted, { won }: Reached): number {
  if (kind !== 'revenue') return 0;
  return won.filter((each) => each.currency !== currency).reduce((sum, { count }) => sum + count, 0);
}

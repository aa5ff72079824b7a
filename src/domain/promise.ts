/** The three promises to a lead, each a clock with a target per priority, in working minutes. */
import type { Priority } from './lead/lead.ts';

export type PromiseName = 'claim' | 'contact' | 'verdict';

export type PromiseTargets = Record<PromiseName, Record<Priority, number>>;

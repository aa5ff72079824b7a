import { refuseField } from '../refusals.ts';

/** Facts that the forms ask for only where somebody has written them. */
export const TOLD_FACTS = ['title', 'segment', 'region', 'companySize', 'campaign'] as const;

export type ToldFact = (typeof TOLD_FACTS)[number];

export interface ToldFacts extends Partial<Record<ToldFact, string | null>> {
  /** Epoch ms; left out, it arrives when it is saved. */
  receivedAt?: number | null;
}

/** What somebody noted of a lead: the same fields as the form's, none of them certain. */
export interface EntryDraft extends ToldFacts {
  name: string | null;
  company: string | null;
  /** As it was written. */
  reach: string | null;
  message: string | null;
}

/** As a lead has them. What was told to have come in later than now is refused. */
export function toldFacts(told: ToldFacts, now: number) {
  const { title = null, segment = null, region = null, companySize = null, campaign = null } = told;
  const { receivedAt } = told;
  if (typeof receivedAt === 'number' && receivedAt > now) throw refuseField('receivedAt', 'arrival_ahead');
  const facts = { title, segment, region, companySize, campaign };
  return typeof receivedAt === 'number' ? { ...facts, receivedAt } : facts;
}

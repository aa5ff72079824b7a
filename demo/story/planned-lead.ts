/** A lead of the story and what will become of it: plain data, so that the whole story can be looked at before it is played. */
import type { PersonId } from '../../src/domain/team/actor.ts';
import type { LeadInput } from '../../src/usecases/lead/receive-leads.ts';

export interface PlannedLead {
  /** Epoch ms. */
  at: number;
  input: LeadInput;
  /** In the order of time. */
  steps: PlannedStep[];
}

export type PlannedStep = { at: number; person: PersonId } & (
  | { kind: 'claim' | 'contact' | 'mend' }
  | { kind: 'assign'; to: PersonId }
  | { kind: 'qualify'; amount: string; nextStep: string; nextStepOn: string }
  | { kind: 'reject'; reason: string; detail: string | null; note: string | null }
  | { kind: 'won' | 'lost'; reason: string | null }
);

import type { RejectsEvent } from '../../domain/rejects/answer.ts';
import type { RejectedLead, Rejects, RejectsAnswer, RejectsId } from '../../domain/rejects/rejects.ts';
import type { PersonId } from '../../domain/team/actor.ts';

export interface RejectsRow extends Omit<Rejects, 'answer'> {
  change: RejectsAnswer['change'] | null;
  sentence: string | null;
  answeredBy: PersonId | null;
  answeredAt: number | null;
  answeredReason: string | null;
}

export interface RejectedLeadRow extends RejectedLead {
  rejectsId: RejectsId;
}

export type RejectsEventRow = RejectsEvent & { id: string; rejectsId: RejectsId };

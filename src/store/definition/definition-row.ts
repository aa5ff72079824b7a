import type { Criterion } from '../../domain/definition/definition.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { SignedEnd } from '../../domain/team/signing.ts';
import type { Json } from '../columns.ts';

export interface DefinitionRow {
  version: number;
  criteria: Json<Criterion[]>;
  proposedBy: PersonId;
  proposedAt: number;
  signedByMarketing: PersonId | null;
  signedBySales: PersonId | null;
  signedAt: number | null;
  askMarketing: PersonId | null;
  askSales: PersonId | null;
  channel: string | null;
  /** When it ended, however it did. */
  replacedAt: number | null;
  endedHow: SignedEnd['how'] | null;
  endedBy: PersonId | null;
  endedReason: string | null;
}

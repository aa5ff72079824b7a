/**
 * What is said once of a source, to whoever has it: that it fell silent, or that money was spent on it in a week without a lead. From then on the
 * agenda alone says it. Its next lead ends it; after that it may be said again.
 *
 * Watched by usecases/source/watch-sources. Stored by store/source/alert.
 */
import type { PersonId } from '../team/actor.ts';
import type { SourceId } from './source.ts';

export type SourceAlertId = string & { readonly __sourceAlert: never };

export interface SourceAlert {
  id: SourceAlertId;
  kind: 'silent' | 'money';
  sourceId: SourceId;
  /** YYYY-MM-DD: of its last lead; the last day of the week in which money was spent. A lead of a later day ends it. */
  since: string;
  /** On how many days a week it usually brings leads; null: it is about money. */
  perWeek: number | null;
  /** What was spent, in minor units; null: it is about silence. */
  minor: number | null;
  currency: string | null;
  /** Who was told; null: nobody is there who could be. */
  told: PersonId | null;
  /** Epoch ms. */
  toldAt: number;
  endedAt: number | null;
}

/** As it is called today, with the day of its last lead, YYYY-MM-DD. */
export interface SilentSource {
  source: string;
  since: string;
}

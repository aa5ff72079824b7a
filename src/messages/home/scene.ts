import type { PersonId } from '../../domain/team/actor.ts';
import type { TeamReading } from '../reading.ts';

export interface HomeScene extends TeamReading {
  /** Whose Home it is. */
  person: PersonId;
}

import type { PersonId } from '../../domain/team/actor.ts';
import type { Reading } from '../reading.ts';

export interface HomeScene extends Reading {
  /** Whose Home it is. */
  person: PersonId;
}

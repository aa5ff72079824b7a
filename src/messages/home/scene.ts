import type { PersonId } from '../../domain/team/actor.ts';
import type { Settings } from '../../domain/team/settings.ts';

/** Whose Home is drawn, by which rules, and when. */
export interface HomeScene {
  person: PersonId;
  settings: Settings;
  now: number;
}

import type { PersonId } from '../domain/team/actor.ts';

/** How the place that a sentence is read in writes what is no plain word. */
export interface Voice {
  /** `otherwise` is said where there is nobody, or where this place cannot name people. */
  person(id: PersonId | null, otherwise?: string): string;
  /** `id` as Slack names it. */
  channel(id: string): string;
  /** A user group. `id` as Slack names it. */
  group(id: string): string;
  /** What somebody has typed or a program has sent. */
  text(text: string): string;
  /** An instant, epoch ms, in brackets and in the reader's zone; `otherwise` where this place does not know the zone. */
  moment(at: number, otherwise: string): string;
}

/** For the command line, the API, and the line beside a field of a form: nothing in it is read as markup. */
export const PLAIN: Voice = {
  person: (_id, otherwise = 'somebody') => otherwise,
  channel: (id) => id,
  group: (id) => id,
  text: (text) => text,
  moment: (_at, otherwise) => otherwise,
};

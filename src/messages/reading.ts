import type { AnnouncementKind, RefOf } from '../domain/announcement.ts';
import type { Settings } from '../domain/team/settings.ts';
import type { Rendered } from '../outbox/rendered.ts';
import type { Tx } from '../store/transaction.ts';

/** What a message is drawn from: the database as it is at this moment. */
export interface Reading {
  readonly tx: Tx;
  /** Epoch ms. */
  readonly now: number;
}

/** For what depends on the team's zone, promises or people. Half of what leaves does not, and need not read them. */
export interface TeamReading extends Reading {
  readonly settings: Settings;
}

/** How a thing stands at this moment, in words. Null: there is nothing left to say, and nothing is sent. Waits for nothing but the database. */
export type Renderer<K extends AnnouncementKind> = (
  reading: Reading,
  ref: RefOf<K>,
) => Promise<Rendered | null>;

export type TeamRenderer<K extends AnnouncementKind> = (
  reading: TeamReading,
  ref: RefOf<K>,
) => Promise<Rendered | null>;

/**
 * A nag: a polite word about a promise to a lead, in the card's thread, to its owner or in the channel. What is said each day to a person is
 * no nag of its own but their message of the day (messages/promise).
 *
 * Said as the ladder wants it (ladder), kept so that no step is said twice, and counted by person (receipt). Stored by store/nag.
 */
import type { LeadId } from '../lead/lead.ts';
import type { LeadPromiseKind, NagStep } from '../promise/kinds.ts';
import type { PromiseId } from '../promise/promise.ts';

export type NagId = string & { readonly __nag: never };

/** Instants are epoch ms. */
export interface Nag {
  id: NagId;
  leadId: LeadId;
  /** Null: it was said before promises were rows. */
  promiseId: PromiseId | null;
  promise: LeadPromiseKind;
  step: NagStep['step'];
  /** When the cycle began in which it was said: once in each. */
  cycleAt: number;
  sentAt: number;
  /** The post in the channel in which it stands: that of so many leads. Null: it has none. */
  postAt: number | null;
}

/** What is due a moment after a post in the channel is written into it, and calls nobody again. */
export const POST_GATHERS_FOR = 10 * 60_000;

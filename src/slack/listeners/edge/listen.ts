/**
 * What every request from Slack passes, whatever its kind: who may act at all is asked, the use case does its work, and what is thrown
 * is told to the person. One of the places where an unexpected error ends (test/architecture.test.ts).
 */

import { randomBytes } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { PersonId } from '../../../domain/team/actor.ts';
import { AppError, coerceError } from '../../../errors.ts';
import type { Logger } from '../../../logger.ts';
import { sayRefusal } from '../../../sentences/refusal.ts';
import type { Voice } from '../../../sentences/voice.ts';
import type { Context } from '../../../usecases/context.ts';
import type { Directory } from '../../../usecases/team/meet-people.ts';
import type { InteractiveClient } from '../../client.ts';
import { SlackCallError } from '../../failures.ts';

export interface ListenerDeps {
  ctx: Context;
  slack: InteractiveClient;
  /** Who people are, where we do not know. */
  people: Directory;
  /** Slack has said that it takes us no longer, in its word: it is asked whether that is so. */
  accessEnded(code: string): Promise<void>;
  /** Where the world reaches us; null or absent: nobody has said. */
  publicUrl?: string | null;
  log: Logger;
}

export interface Request {
  kind: 'click' | 'form' | 'options' | 'command' | 'shortcut' | 'step' | 'event';
  /** Of the button, the form, the command… */
  id: string;
  /** As Slack sends it: from which workspace, in which channel. */
  body: object;
}

/**
 * Who may act at all, before it is asked what they may do. Throws AppError, whose sentence the person gets. `person` is null where Slack
 * names none: a workflow has come to its step, or somebody's account has changed.
 */
export type MayAct = (edge: Edge, person: PersonId | null, request: Request) => Promise<void>;

/** A modal that lists what is to be done. */
export interface ListModal {
  callbackId: string;
  /** Clicks that draw it themselves, as another page of it. */
  turnedBy?: readonly string[];
  /** From what the modal carries: which page of which list. */
  draw(deps: ListenerDeps, person: PersonId, privateMetadata: string): Promise<ModalView>;
}

export interface Edge extends ListenerDeps {
  mayAct: MayAct;
  /** See Listeners. */
  membersOnly: boolean;
  /** See Listeners, of all nouns. */
  lists: readonly ListModal[];
}

/** Somebody could be told in no way: what it answers is not acknowledged, so that Slack itself says that it failed. */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost';
}

interface Handling<T> {
  person: PersonId | null;
  request: Request;
  work: () => Promise<T>;
  /** Tells the person in the way of this kind of request. Whoever was turned away at the door is shown nothing but the sentence. */
  failed: (thrown: unknown, isTurnedAway: boolean) => T | Promise<T>;
}

export async function handle<T>(edge: Edge, handling: Handling<T>): Promise<T> {
  const { person, request, work, failed } = handling;
  let isTurnedAway = true;
  try {
    await edge.mayAct(edge, person, request);
    isTurnedAway = false;
    return await work();
  } catch (thrown) {
    if (thrown instanceof AnswerLost) throw thrown;
    if (isTurnedAway && thrown instanceof AppError) logTurnedAway(edge, request, thrown);
    return failed(thrown, isTurnedAway);
  }
}

function logTurnedAway({ log }: Edge, { id }: Request, { refusal }: AppError): void {
  log.info({ where: id, code: refusal.code }, 'somebody was turned away');
}

interface Told {
  /** Which button, form or command it was: for the log. */
  where: string;
  voice: Voice;
}

/** A refusal in its own words; anything else as one calm line with a reference that finds the cause in the log. */
export function sentenceFor({ log }: ListenerDeps, thrown: unknown, { where, voice }: Told): string {
  if (thrown instanceof AppError) return sayRefusal(thrown.refusal, voice);
  if (thrown instanceof SlackCallError && TOO_LATE.has(thrown.failure.kind)) {
    return 'Slack needs it faster than we were this time. Please click again.';
  }
  const reference = randomBytes(3).toString('hex');
  log.error({ err: coerceError(thrown), where, reference }, 'a listener failed');
  return `Something went wrong on our side. Please try again; if it stays so, tell your operator the reference ${reference}.`;
}

const TOO_LATE: ReadonlySet<string> = new Set([
  'trigger_expired',
  'unreachable',
  'uncertain',
  'busy',
  'rate_limited',
]);

type Loss =
  | 'a private answer did not reach its person'
  | 'a private answer is lost'
  | 'a list shows what held before';

/** For a call to Slack that only tells or shows: the move itself is safe in the database, so a loss is only logged. False: it was lost. */
export async function attempt(
  { log }: ListenerDeps,
  what: Loss,
  call: () => Promise<void>,
): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (thrown) {
    log.warn({ err: coerceError(thrown) }, what);
    return false;
  }
}

/**
 * A custom step of Workflow Builder. Acknowledged when the workflow has its answer: until then Slack tells of it again, so that neither
 * a restart nor an outage leaves a workflow waiting.
 */

import type { App, FunctionInputs } from '@slack/bolt';
import { AppError, coerceError } from '../../../errors.ts';
import { sayRefusal } from '../../../sentences/refusal.ts';
import { PLAIN } from '../../../sentences/voice.ts';
import { classify } from '../../failures.ts';
import { type Edge, handle, type ListenerDeps, sentenceFor } from './listen.ts';

export interface Step {
  /** Names this run; Slack may tell of it more than once. */
  runId: string;
  inputs: FunctionInputs;
}

type Outputs = Record<string, string | boolean>;

/** Must bear being called twice for the same run. */
export type StepHandler = (deps: ListenerDeps, step: Step) => Promise<Outputs>;

/** Slack tells of a run that nobody acknowledged three times more. */
const LAST_RETRY = 3;

export function listenToStep(app: App, edge: Edge, id: string, handler: StepHandler): void {
  app.function(id, { autoAcknowledge: false }, async (request) => {
    const { ack, body, event, inputs, complete, fail, context } = request as typeof request & {
      ack: () => Promise<void>;
    };
    const isLast = (context.retryNum ?? 0) >= LAST_RETRY;
    const answer = await handle<Answer>(edge, {
      person: null,
      request: { kind: 'step', id, body },
      work: async () => ({ outputs: await handler(edge, { runId: event.function_execution_id, inputs }) }),
      failed: (thrown) => (isLast || isRefusal(thrown) ? { error: wordsFor(edge, thrown, id) } : { thrown }),
    });
    const isAnswered = await tell(edge, answer, { complete, fail });
    if (isAnswered) await ack();
  });
}

/** A refusal ends the workflow in its own words; a failure of ours only when there is no next time. */
type Answer = { outputs: Outputs } | { error: string } | { thrown: unknown };

function isRefusal(thrown: unknown): thrown is AppError {
  return thrown instanceof AppError && thrown.kind !== 'unavailable';
}

function wordsFor(edge: Edge, thrown: unknown, where: string): string {
  const problems = thrown instanceof AppError ? thrown.problems : [];
  const named = problems.map(({ field, refusal }) => `${field} ${sayRefusal(refusal, PLAIN)}`).join('; ');
  return named || sentenceFor(edge, thrown, { where, voice: PLAIN });
}

interface Workflow {
  complete: (answer: { outputs: Outputs }) => Promise<unknown>;
  fail: (answer: { error: string }) => Promise<unknown>;
}

/** Somebody has answered already, or ended the workflow. */
const ENDED = ['execution_not_in_running_state', 'function_execution_not_found'];

/** Whether the workflow has its answer. */
async function tell(edge: Edge, answer: Answer, { complete, fail }: Workflow): Promise<boolean> {
  if ('thrown' in answer) return waits(edge, answer.thrown);
  try {
    await ('error' in answer ? fail(answer) : complete(answer));
    return true;
  } catch (thrown) {
    if (ENDED.includes(classify(thrown).code)) return true;
    return waits(edge, thrown);
  }
}

function waits({ log }: Edge, thrown: unknown): false {
  log.warn({ err: coerceError(thrown) }, 'a workflow waits for its answer');
  return false;
}

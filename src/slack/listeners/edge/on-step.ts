import type { App, FunctionInputs } from '@slack/bolt';
import { AppError, coerceError } from '../../../errors.ts';
import { classify } from '../../failures.ts';
import { type ListenerDeps, sentenceFor } from './listen.ts';

export interface Step {
  /** Names this run; Slack may tell of it more than once. */
  runId: string;
  inputs: FunctionInputs;
}

/** Slack tells of a run that nobody acknowledged three times more. */
const LAST_RETRY = 3;

/**
 * A custom step of Workflow Builder. Acknowledged when the workflow has its answer: until then Slack tells of it again, so that neither
 * a restart nor an outage leaves a workflow waiting. `handle` must bear being called twice for the same run.
 */
export function onStep(
  app: App,
  deps: ListenerDeps,
  callbackId: string,
  handle: (deps: ListenerDeps, step: Step) => Promise<Record<string, string | boolean>>,
): void {
  app.function(callbackId, { autoAcknowledge: false }, async (step) => {
    const { ack, event, inputs, complete, fail, context } = step as typeof step & {
      ack: () => Promise<void>;
    };
    const isLast = (context.retryNum ?? 0) >= LAST_RETRY;
    try {
      const answer = await answerOf(() => handle(deps, { runId: event.function_execution_id, inputs }), {
        sentence: (thrown) => sentenceFor(deps, thrown, callbackId),
        isLast,
      });
      await ('error' in answer ? fail(answer) : complete(answer));
    } catch (thrown) {
      const { code } = classify(thrown);
      if (!ENDED.includes(code))
        return deps.log.warn({ err: coerceError(thrown) }, 'a workflow waits for its answer');
    }
    await ack();
  });
}

/** Somebody has answered already, or ended the workflow. */
const ENDED = ['execution_not_in_running_state', 'function_execution_not_found'];

interface Answering {
  sentence: (thrown: unknown) => string;
  isLast: boolean;
}

/** A refusal ends the workflow in its own words; a failure of ours only when there is no next time. */
async function answerOf(
  work: () => Promise<Record<string, string | boolean>>,
  { sentence, isLast }: Answering,
): Promise<{ outputs: Record<string, string | boolean> } | { error: string }> {
  try {
    return { outputs: await work() };
  } catch (thrown) {
    if (!isLast && !(thrown instanceof AppError && thrown.code !== 'unavailable')) throw thrown;
    const problems = thrown instanceof AppError ? thrown.problems : [];
    const named = problems.map(({ field, message }) => `${field} ${message}`).join('; ');
    return { error: named || sentence(thrown) };
  }
}

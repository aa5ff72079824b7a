import type { JsonObject } from '../json.ts';
import type { SeedStepParameter } from '../workspace/seed.ts';
import type { StepRun } from '../workspace/step-runs.ts';
import { invalidArguments } from './args.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { SlackError } from './slack-error.ts';

/** docs.slack.dev/reference/methods/functions.completeSuccess and .completeError */
export const functionMethods: Methods = {
  'functions.completeSuccess': botMethod(completeSuccess, { perMinute: TIER.three }),
  'functions.completeError': botMethod(completeError, { perMinute: TIER.three }),
};

function completeSuccess(call: Call): JsonObject {
  const run = runOf(call);
  const outputs = call.args.object('outputs');
  if (outputs === undefined) throw invalidArguments('missing required field: outputs');
  refuseOutputs(call, run, outputs);
  run.outputs = outputs;
  return finish(call, run, 'succeeded');
}

function completeError(call: Call): JsonObject {
  const run = runOf(call);
  run.error = call.args.required('error');
  return finish(call, run, 'failed');
}

function runOf({ slack, args }: Call): StepRun {
  const run = slack.workspace.stepRuns.find(args.required('function_execution_id'));
  if (run === undefined) throw new SlackError('function_execution_not_found');
  if (run.state !== 'running') throw new SlackError('execution_not_in_running_state');
  return run;
}

function finish({ slack }: Call, run: StepRun, state: 'succeeded' | 'failed'): JsonObject {
  run.state = state;
  run.endedAt = slack.clock.now();
  slack.changes.announce({ kind: 'activity' });
  return {};
}

function refuseOutputs({ slack }: Call, run: StepRun, outputs: JsonObject): void {
  const step = slack.workspace.app.steps?.find((one) => one.callbackId === run.callbackId);
  const wrong = (step?.outputs ?? []).filter((parameter) => !fits(parameter, outputs[parameter.name]));
  if (wrong.length === 0) return;
  const messages = wrong.map(({ name, type }) => `[ERROR] ${name} must be a ${type}`);
  throw new SlackError('parameter_validation_failed', { response_metadata: { messages } });
}

function fits({ type, isRequired }: SeedStepParameter, value: unknown): boolean {
  if (value === undefined || value === null) return !isRequired;
  const expected = { string: 'string', boolean: 'boolean', number: 'number', integer: 'number' }[type];
  return expected === undefined || typeof value === expected;
}

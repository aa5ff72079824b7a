import type { Slack } from '../slack.ts';
import type { SeedStep, SeedStepParameter } from '../workspace/seed.ts';
import type { StepRun } from '../workspace/step-runs.ts';
import { Refusal } from './refusal.ts';

/** A workflow comes to one of the app's custom steps; the bot hears of it as an event and says later how it went. */
export function runStep(slack: Slack, callbackId: string, inputs: Record<string, unknown>): StepRun {
  const { workspace, newId } = slack;
  const step = workspace.app.steps?.find((one) => one.callbackId === callbackId);
  if (step === undefined) throw new Refusal('unknown_step', `The app has no step ${callbackId}.`);
  refuseInputs(step, inputs);
  const id = newId('Fx');
  const run: StepRun = { id, callbackId, inputs, token: `xwfp-${id}`, state: 'running' };
  workspace.stepRuns.add(run);
  slack.events.publish('function_executed', {
    type: 'function_executed',
    function: functionJson(slack, step),
    inputs,
    function_execution_id: id,
    workflow_execution_id: newId('Wx'),
    event_ts: workspace.newTs(),
    bot_access_token: run.token,
  });
  return run;
}

/** Workflow Builder lets nobody leave out what the step needs. */
function refuseInputs({ inputs: known }: SeedStep, given: Record<string, unknown>): void {
  const missing = known.find(({ name, isRequired }) => isRequired && given[name] === undefined);
  if (missing) throw new Refusal('missing_input', `The step needs ${missing.name}.`);
  const unknown = Object.keys(given).find((name) => !known.some((one) => one.name === name));
  if (unknown) throw new Refusal('unknown_input', `The step takes no ${unknown}.`);
}

function functionJson({ workspace, clock }: Slack, step: SeedStep) {
  const created = Math.floor(clock.now() / 1000);
  return {
    id: `Fn_${step.callbackId}`,
    callback_id: step.callbackId,
    title: step.title,
    type: 'app',
    input_parameters: step.inputs.map(parameterJson),
    output_parameters: step.outputs.map(parameterJson),
    app_id: workspace.app.id,
    date_created: created,
    date_updated: created,
    date_deleted: 0,
  };
}

function parameterJson({ name, type, isRequired }: SeedStepParameter) {
  return { type, name, title: name, description: '', is_required: isRequired };
}

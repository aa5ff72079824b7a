import { expect, it } from 'vitest';
import { sampleWorkspace } from '../../emulator/workspace/sample-workspace.ts';
import { MODES, type Mode, startBoltBot } from './support/bolt-bot.ts';
import { clientOf, refusal, testWorkspace } from './support/workspace.ts';

const STEP = {
  callbackId: 'greet',
  title: 'Greet',
  inputs: [
    { name: 'who', type: 'string', isRequired: true },
    { name: 'how', type: 'string', isRequired: false },
  ],
  outputs: [{ name: 'greeting', type: 'string', isRequired: true }],
};

async function withStep(mode: Mode = 'socket') {
  const seed = sampleWorkspace();
  const workspace = { ...seed, app: { ...seed.app, steps: [STEP], events: ['function_executed'] } };
  const world = await testWorkspace({ workspace, mode });
  return { ...world, ana: world.emulator.as('U_ANA') };
}

it.each(MODES)('a workflow runs a step of the bot over %s, and goes on with what comes out', async (mode) => {
  const { emulator, ana } = await withStep(mode);
  await startBoltBot(emulator, mode, (app) => {
    app.function('greet', async ({ inputs, complete }) => {
      await complete({ outputs: { greeting: `Hello ${inputs.who}` } });
    });
  });
  const run = ana.runStep('greet', { who: 'Dana' });
  await emulator.waitFor(() => run.state !== 'running');
  expect(run).toMatchObject({ state: 'succeeded', outputs: { greeting: 'Hello Dana' } });
});

it('a step that fails says why, and none ends twice', async () => {
  const { ana, client } = await withStep();
  const run = ana.runStep('greet', { who: 'Dana' });
  const id = { function_execution_id: run.id };
  await client.functions.completeError({ ...id, error: 'Nobody is at home.' });
  expect(run).toMatchObject({ state: 'failed', error: 'Nobody is at home.' });
  expect(await refusal(client.functions.completeSuccess({ ...id, outputs: { greeting: 'x' } }))).toBe(
    'execution_not_in_running_state',
  );
  expect(await refusal(client.functions.completeError({ function_execution_id: 'Fx0', error: 'x' }))).toBe(
    'function_execution_not_found',
  );
});

it('outputs are held against what the manifest names', async () => {
  const { ana, client } = await withStep();
  const { id } = ana.runStep('greet', { who: 'Dana' });
  for (const outputs of [{}, { greeting: 3 }]) {
    const done = client.functions.completeSuccess({ function_execution_id: id, outputs });
    expect(await refusal(done)).toBe('parameter_validation_failed');
  }
});

it('the token of a run serves as long as the run and a little longer', async () => {
  const { emulator, ana, clock } = await withStep();
  const run = ana.runStep('greet', { who: 'Dana' });
  const client = clientOf(emulator, run.token);
  await client.functions.completeSuccess({ function_execution_id: run.id, outputs: { greeting: 'x' } });
  expect(await client.auth.test()).toMatchObject({ ok: true });
  clock.move(61_000);
  expect(await refusal(client.auth.test())).toBe('invalid_auth');
});

it('Workflow Builder offers no unknown step and lets no needed input out', async () => {
  const { ana } = await withStep();
  expect(() => ana.runStep('leave', {})).toThrow('no step leave');
  expect(() => ana.runStep('greet', { how: 'kindly' })).toThrow('needs who');
  expect(() => ana.runStep('greet', { who: 'Dana', when: 'now' })).toThrow('takes no when');
});

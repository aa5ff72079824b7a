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

it.each(MODES)(
  'a form that a step opens from its message knows the run, and so do those on top of it, over %s',
  async (mode) => {
    const { emulator, ana } = await withStep(mode);
    const title = { type: 'plain_text' as const, text: 'Who?' };
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Somebody.' } }];
    const view = { type: 'modal' as const, callback_id: 'who', title, submit: title, blocks };
    const heard: unknown[] = [];
    await startBoltBot(emulator, mode, (app) => {
      app.function('greet', async ({ client }) => {
        const button = { type: 'button' as const, action_id: 'ask', text: title };
        const blocks = [{ type: 'actions' as const, elements: [button] }];
        await client.chat.postMessage({ channel: 'C_LEADS', text: 'Who is it?', blocks });
      });
      app.action('ask', async ({ ack, client, body }) => {
        await ack();
        if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view });
      });
      app.view('who', async ({ ack, body, context }) => {
        const { function_data: data } = body as { function_data?: object };
        heard.push([data, context.functionExecutionId]);
        if (heard.length === 1) await ack({ response_action: 'push', view });
        else await ack();
      });
    });
    const run = ana.runStep('greet', { who: 'Dana' });
    const posted = () => ana.messages('C_LEADS').find(({ text }) => text === 'Who is it?');
    await emulator.waitFor(() => posted() !== undefined);
    await ana.click(posted()!, 'Who?');
    await ana.submit(await ana.openModal());
    await ana.submit(await ana.openModal());
    const data = { execution_id: run.id, function: { callback_id: 'greet' }, inputs: { who: 'Dana' } };
    expect(heard).toEqual([
      [data, run.id],
      [data, run.id],
    ]);
  },
);

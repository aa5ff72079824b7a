import type { HomeView, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { startBoltBot } from './support/bolt-bot.ts';
import { refusal, testWorkspace } from './support/workspace.ts';

const text = (words: string) => ({ type: 'plain_text' as const, text: words });

function modal(callbackId: string, extra: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: text('Qualify'),
    submit: text('Save'),
    blocks: [
      {
        type: 'input',
        block_id: 'next',
        label: text('Next step'),
        element: { type: 'plain_text_input', action_id: 'text' },
      },
      {
        type: 'input',
        block_id: 'segment',
        optional: true,
        label: text('Segment'),
        element: {
          type: 'static_select',
          action_id: 'pick',
          options: [
            { text: text('Hotels'), value: 'hotels' },
            { text: text('Retail'), value: 'retail' },
          ],
        },
      },
    ],
    ...extra,
  };
}

/** A bot that only collects triggers, one for each time Ana types a command. */
async function withTriggers() {
  const world = await testWorkspace();
  const triggers: string[] = [];
  await startBoltBot(world.emulator, 'socket', (app) => {
    app.command('/lead', async ({ ack, body }) => {
      triggers.push(body.trigger_id);
      await ack();
    });
  });
  const ana = world.emulator.as('U_ANA');
  const trigger = async () => {
    await ana.command('/lead');
    return triggers.at(-1)!;
  };
  return { ...world, ana, trigger };
}

describe('triggers', () => {
  it('a trigger opens one modal, within three seconds', async () => {
    const { client, clock, trigger } = await withTriggers();
    const fresh = await trigger();
    await client.views.open({ trigger_id: fresh, view: modal('a') });
    const again = (id: string) => refusal(client.views.open({ trigger_id: id, view: modal('a') }));
    expect(await again(fresh)).toBe('exchanged_trigger_id');
    const late = await trigger();
    clock.move(3_001);
    expect(await again(late)).toBe('expired_trigger_id');
    expect(await again('12.34.ab')).toBe('invalid_trigger_id');
  });

  it('a view that Slack refuses does not spend the trigger', async () => {
    const { client, trigger, ana } = await withTriggers();
    const id = await trigger();
    const tooLong = modal('a', { title: text('A title of more than 24 characters') });
    expect(await refusal(client.views.open({ trigger_id: id, view: tooLong }))).toBe('invalid_arguments');
    await client.views.open({ trigger_id: id, view: modal('a') });
    expect(ana.topModal()?.callbackId).toBe('a');
  });
});

describe('the stack', () => {
  it('holds three; each knows the one below and the root', async () => {
    const { client, trigger } = await withTriggers();
    const root = (await client.views.open({ trigger_id: await trigger(), view: modal('a') })).view!;
    const second = (await client.views.push({ trigger_id: await trigger(), view: modal('b') })).view!;
    const third = (await client.views.push({ trigger_id: await trigger(), view: modal('c') })).view!;
    expect([root.root_view_id, root.previous_view_id]).toEqual([root.id, null]);
    expect([third.root_view_id, third.previous_view_id]).toEqual([root.id, second.id]);
    const fourth = client.views.push({ trigger_id: await trigger(), view: modal('d') });
    expect(await refusal(fourth)).toBe('push_limit_reached');
  });

  it('the bot hears of a closed window only if it asked to', async () => {
    const { emulator } = await testWorkspace();
    const closed: { id: string; cleared: boolean }[] = [];
    await startBoltBot(emulator, 'socket', (app) => {
      app.command('/lead', async ({ ack, body, client }) => {
        await ack();
        const view = modal(body.text, { notify_on_close: body.text === 'told' });
        await client.views.open({ trigger_id: body.trigger_id, view });
      });
      app.view({ type: 'view_closed', callback_id: /.*/ }, async ({ ack, body, view }) => {
        await ack();
        closed.push({
          id: view.callback_id,
          cleared: (body as { is_cleared?: boolean }).is_cleared === true,
        });
      });
    });
    const ana = emulator.as('U_ANA');
    for (const name of ['untold', 'told']) {
      await ana.command('/lead', name);
      await ana.close(await ana.openModal(name), { all: true });
      expect(ana.topModal()).toBeUndefined();
    }
    expect(closed).toEqual([{ id: 'told', cleared: true }]);
  });
});

describe('updating', () => {
  it('keeps what was entered where block and action stay, and refuses a stale hash', async () => {
    const { client, ana, trigger } = await withTriggers();
    const { view } = await client.views.open({ trigger_id: await trigger(), view: modal('a') });
    ana.fill(view as { id: string }, { 'Next step': 'A demo', Segment: 'Hotels' });
    const [next] = modal('a').blocks;
    const update = { view_id: view!.id!, view: modal('a', { blocks: [next!] }) };
    const changed = await client.views.update({ ...update, hash: view!.hash! });
    expect(changed.view).toMatchObject({
      state: { values: { next: { text: { type: 'plain_text_input', value: 'A demo' } } } },
    });
    expect(Object.keys(ana.topModal()!.entered)).toEqual(['next']);
    expect(await refusal(client.views.update({ ...update, hash: view!.hash! }))).toBe('hash_conflict');
    await ana.close(view as { id: string });
    expect(await refusal(client.views.update(update))).toBe('not_found');
  });

  it('an external id names one open view', async () => {
    const { client, ana, trigger } = await withTriggers();
    await client.views.open({ trigger_id: await trigger(), view: modal('a', { external_id: 'lead_1' }) });
    await client.views.update({ external_id: 'lead_1', view: modal('b', { external_id: 'lead_1' }) });
    expect(ana.topModal()?.callbackId).toBe('b');
    const second = client.views.push({
      trigger_id: await trigger(),
      view: modal('c', { external_id: 'lead_1' }),
    });
    expect(await refusal(second)).toBe('duplicate_external_id');
  });

  it('a Home is published for one person, over a stale hash not', async () => {
    const { emulator, client } = await testWorkspace();
    const home: HomeView = { type: 'home', blocks: [{ type: 'section', text: text('Your leads') }] };
    const first = await client.views.publish({ user_id: 'U_ANA', view: home });
    await client.views.publish({ user_id: 'U_ANA', view: home, hash: first.view!.hash! });
    const stale = client.views.publish({ user_id: 'U_ANA', view: home, hash: first.view!.hash! });
    expect(await refusal(stale)).toBe('hash_conflict');
    expect(emulator.as('U_ANA').home()?.blocks).toHaveLength(1);
    expect(emulator.as('U_BEN').home()).toBeUndefined();
    expect(await refusal(client.views.publish({ user_id: 'U_NOBODY', view: home }))).toBe('user_not_found');
  });
});

it('a submit can update, push and clear, and its state is what Slack sends', async () => {
  const { emulator } = await testWorkspace();
  const values: unknown[] = [];
  await startBoltBot(emulator, 'socket', (app) => {
    app.command('/lead', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal('one') });
    });
    app.view('one', async ({ ack, view }) => {
      values.push(view.state.values);
      await ack({ response_action: 'update', view: modal('two') });
    });
    app.view('two', async ({ ack }) => void (await ack({ response_action: 'push', view: modal('three') })));
    app.view('three', async ({ ack }) => void (await ack({ response_action: 'clear' })));
  });
  const ana = emulator.as('U_ANA');
  await ana.command('/lead');
  const one = await ana.openModal('one');
  expect(await ana.submit(one, { 'Next step': 'Call' })).toMatchObject({
    result: 'updated',
    view: { id: one.id },
  });
  const pushed = await ana.submit(ana.topModal()!, { Segment: 'retail' });
  expect(pushed).toMatchObject({ result: 'pushed', view: { callbackId: 'three', previousId: one.id } });
  expect(await ana.submit(ana.topModal()!, { next: 'Call' })).toEqual({ result: 'cleared' });
  expect(ana.topModal()).toBeUndefined();
  expect(values).toEqual([
    {
      next: { text: { type: 'plain_text_input', value: 'Call' } },
      segment: { pick: { type: 'static_select', selected_option: null } },
    },
  ]);
});

it('a file dropped into a modal reaches the bot with all that Slack knows of it', async () => {
  const { emulator } = await testWorkspace();
  const files: unknown[] = [];
  await startBoltBot(emulator, 'socket', (app) => {
    app.command('/insight', async ({ ack, body, client }) => {
      await ack();
      const element = { type: 'file_input' as const, action_id: 'pictures', max_files: 2 };
      const blocks = [{ type: 'input' as const, block_id: 'proof', label: text('Pictures'), element }];
      await client.views.open({ trigger_id: body.trigger_id, view: modal('story', { blocks }) });
    });
    app.view('story', async ({ ack, view, client }) => {
      await ack();
      const [file] = view.state.values.proof?.pictures?.files ?? [];
      const response = await fetch(file!.url_private, {
        headers: { authorization: `Bearer ${client.token}` },
      });
      files.push(file?.name, file?.mimetype, await response.text());
    });
  });
  const ana = emulator.as('U_ANA');
  await ana.command('/insight');
  const story = await ana.openModal('story');
  const { id } = ana.upload('sol.png', Buffer.from('pixels'));
  expect(await ana.submit(story, { Pictures: [id] })).toEqual({ result: 'closed' });
  await expect.poll(() => files).toEqual(['sol.png', 'image/png', 'pixels']);
});

it('an error under something that is no input is no answer', async () => {
  const { emulator } = await testWorkspace();
  await startBoltBot(emulator, 'socket', (app) => {
    app.command('/lead', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal('lead') });
    });
    app.view('lead', async ({ ack }) => {
      await ack({ response_action: 'errors', errors: { nowhere: 'No.' } });
    });
  });
  const ana = emulator.as('U_ANA');
  await ana.command('/lead');
  const outcome = await ana.submit(await ana.openModal('lead'), { next: 'Call' });
  expect(outcome).toMatchObject({ result: 'unanswered', warning: expect.stringContaining('nowhere') });
});

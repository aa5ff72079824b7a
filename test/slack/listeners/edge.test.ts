/** What all requests share, whatever their kind: who may act is asked, and what is thrown reaches the person. Real Bolt, the emulator. */
import { describe, expect, it } from 'vitest';
import { AppError, inWords } from '../../../src/errors.ts';
import { createLogger, type Logger } from '../../../src/logger.ts';
import { createInteractiveClient } from '../../../src/slack/client.ts';
import type { MayAct } from '../../../src/slack/listeners/edge/listen.ts';
import { registerListeners } from '../../../src/slack/listeners/register.ts';
import { createPeopleDirectory } from '../../../src/slack/people-client.ts';
import { startBoltBot } from '../../emulator/support/bolt-bot.ts';
import { testWorkspace } from '../../emulator/support/workspace.ts';
import { testContext } from '../../support/context.ts';
import { failing } from '../../support/failing-database.ts';
import { textOf } from '../../support/messages.ts';
import { ANA, BEN, LEADS } from '../../support/people.ts';
import { seed } from '../../support/world.ts';

const REFUSED = 'Only members of this workspace may act here.';
const CALM = /^Something went wrong on our side\. .* the reference [0-9a-f]{6}\.$/;

/** The listeners and nothing else of the bot; what they log is kept. */
async function startEdge(mayAct?: MayAct) {
  const { emulator, client } = await testWorkspace({ workspace: seed() });
  const ctx = await testContext('sqlite');
  const logged: string[] = [];
  const note = (_fields: object, message: string) => void logged.push(message);
  const log = { ...createLogger('silent'), error: note, warn: note } as unknown as Logger;
  const options = { token: emulator.tokens.bot, apiUrl: emulator.apiUrl, logger: createLogger('silent') };
  const slack = createInteractiveClient(options);
  const people = createPeopleDirectory(options);
  await startBoltBot(emulator, 'socket', (app) =>
    registerListeners(app, { ctx, slack, people, accessEnded: async () => undefined, log }, mayAct),
  );
  await emulator.waitFor(() => emulator.isBotConnected(), { what: 'the bot is connected' });
  const claim = {
    type: 'button' as const,
    action_id: 'lead_claim',
    value: 'lead_0001',
    text: { type: 'plain_text' as const, text: 'Claim' },
  };
  const blocks = [{ type: 'actions' as const, elements: [claim] }];
  const { ts = '' } = await client.chat.postMessage({ channel: LEADS, text: 'A lead', blocks });
  return { emulator, ctx, logged, ana: emulator.as(ANA), card: { channel: LEADS, ts } };
}

type Started = Awaited<ReturnType<typeof startEdge>>;

/** One request of each kind by Ana; what she is told. The form is open already. */
async function oneOfEach({ emulator, ana, card, logged }: Started): Promise<Record<string, unknown>> {
  const form = await ana.openModal('lead_entry_modal');
  const filling = { source: 'Fair', name: 'Dana', company: 'Harbour', reach: 'dana@harbour.example' };
  const submitted = await ana.submit(form, filling);
  const onForm = submitted.result === 'errors' ? Object.values(submitted.errors)[0] : textOf(form);
  await ana.click(card, 'Claim');
  const onClick = ana.ephemerals(LEADS).at(-1)?.text;
  await ana.command('/tango', 'help', { channel: LEADS });
  const onCommand = ana.ephemerals(LEADS).at(-1)?.text;
  await ana.messageShortcut('make_lead', emulator.as(BEN).say(LEADS, 'Met Dana'));
  const onShortcut = textOf(await ana.openModal('notice'));
  const run = ana.runStep('create_lead', { source: 'Form', name: 'Dana' });
  ana.openHome();
  await emulator.waitFor(() => ana.home() !== undefined || logged.includes('an event was not followed'));
  await emulator.settled();
  const home = ana.home();
  const onEvent = home ? textOf(home) : logged.at(-1);
  return { onForm, onClick, onCommand, onShortcut, onStep: run.error ?? run.state, onEvent };
}

describe('who may act at all', () => {
  it('is asked of every kind of request, and who may not is told so in its own way', async () => {
    const asked: unknown[] = [];
    let isRefused = false;
    const started = await startEdge(async (_deps, person, { kind, id }) => {
      if (!isRefused) return;
      asked.push([kind, id, person]);
      throw new AppError('forbidden', inWords(REFUSED));
    });
    await started.ana.command('/lead', '', { channel: LEADS });
    await started.ana.openModal('lead_entry_modal');
    isRefused = true;
    expect(await oneOfEach(started)).toEqual({
      onForm: expect.stringContaining(REFUSED),
      onClick: REFUSED,
      onCommand: REFUSED,
      onShortcut: REFUSED,
      onStep: REFUSED,
      onEvent: REFUSED,
    });
    expect(asked).toEqual(
      expect.arrayContaining([
        ['form', 'lead_entry_modal', ANA],
        ['click', 'lead_claim', ANA],
        ['command', '/tango', ANA],
        ['shortcut', 'make_lead', ANA],
        ['step', 'create_lead', null],
        ['event', 'app_home_opened', ANA],
      ]),
    );
    expect(asked).toHaveLength(6);
  });
});

describe('a defect', () => {
  it('is one calm sentence with a reference, in the way of each kind; the log alone has the cause', async () => {
    const started = await startEdge();
    await started.ana.command('/lead', '', { channel: LEADS });
    await started.ana.openModal('lead_entry_modal');
    failing(started.ctx.db, new Error('no such table: lead'));
    expect(await oneOfEach(started)).toEqual({
      onForm: expect.stringMatching(CALM),
      onClick: expect.stringMatching(CALM),
      onCommand: expect.stringMatching(CALM),
      onShortcut: expect.stringMatching(CALM),
      // Slack tells of the run again: it may go well then.
      onStep: 'running',
      onEvent: 'an event was not followed',
    });
    expect(started.logged.toSorted()).toEqual([
      ...Array(4).fill('a listener failed'),
      'a workflow waits for its answer',
      'an event was not followed',
    ]);
  });

  it('in news of somebody’s account is logged and not lost', async () => {
    const { emulator, ctx, logged } = await startEdge();
    failing(ctx.db, new Error('no such table: person'));
    emulator.admin.changePerson(BEN, { timezone: 'Asia/Tokyo' });
    await emulator.settled();
    expect(logged).toEqual(['an event was not followed']);
  });
});

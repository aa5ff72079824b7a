/** Each kind of request that Slack sends over HTTP, while Tango starts, when nobody can act upon it yet, and while it stops, when it still is. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signatureHeaders } from '../../emulator/delivery/signature.ts';
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts';
import type { StepRun } from '../../emulator/workspace/step-runs.ts';
import { type Running, start } from '../../src/start.ts';
import { cardsOf } from '../support/cards.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS } from '../support/people.ts';
import { testLog } from '../support/test-log.ts';
import { INTAKE_TOKEN, seed, testConfig } from '../support/world.ts';

interface Recorded {
  type: string;
  body: string;
}

interface Scene {
  emulator: Emulator;
  /** Where the requests go while a hand presses: they are kept, and answered 503. */
  recorder: { url: string; requests: Recorded[] };
  botUrl: string;
  run?: StepRun;
}

interface Kind {
  /** Has Slack send the one request. */
  press: (scene: Scene) => Promise<unknown>;
  /** Does what a person does who is told that it did not go through; where it is left out, Slack itself sends the same again. */
  again?: (scene: Scene) => Promise<unknown>;
  /** What it looks like once it was acted upon. */
  isDone: (scene: Scene) => boolean;
}

const card = ({ emulator }: Scene, name: string) =>
  cardsOf(emulator).find((each) => textOf(each).includes(name))!;

const lead = ({ emulator }: Scene) => emulator.as(ANA).command('/lead', '', { channel: LEADS });

function makeLead({ emulator }: Scene) {
  const said = emulator.as(BEN).say(LEADS, 'Omar of Linden Clinics asks for an offer, omar@linden.example');
  return emulator.as(ANA).messageShortcut('make_lead', said);
}

const KINDS: Record<string, Kind> = {
  'a click on a button': {
    press: (scene) => scene.emulator.as(ANA).click(card(scene, 'Dana'), 'Claim'),
    isDone: (scene) => textOf(card(scene, 'Dana')).includes(`<@${ANA}>`),
  },
  'a submitted modal': {
    press: async (scene) => {
      const ana = scene.emulator.as(ANA);
      scene.emulator.setRequestUrl(scene.botUrl);
      await ana.click(card(scene, 'Dana'), 'Qualify');
      const modal = await ana.openModal('lead_qualify_modal');
      scene.emulator.setRequestUrl(scene.recorder.url);
      return ana.submit(modal, { criteria: ['fits', 'need', 'decides'], next_step: 'Call' });
    },
    isDone: (scene) => /qualified/i.test(textOf(card(scene, 'Dana'))),
  },
  'a command': {
    press: lead,
    again: lead,
    isDone: ({ emulator }) => emulator.as(ANA).topModal() !== undefined,
  },
  'a shortcut': {
    press: makeLead,
    again: makeLead,
    isDone: ({ emulator }) => emulator.as(ANA).topModal() !== undefined,
  },
  'an event': {
    press: async ({ emulator }) => emulator.as(ANA).openHome(),
    isDone: ({ emulator }) => emulator.as(ANA).home() !== undefined,
  },
  'a step of a workflow': {
    press: async (scene) => {
      scene.run = scene.emulator.as(ANA).runStep('create_lead', { source: 'Form', name: 'Omar' });
    },
    isDone: ({ run }) => run?.state === 'succeeded',
  },
};

describe.each(Object.entries(KINDS))('%s', (_name, kind) => {
  it('gets 503 until Slack has answered, and is acted upon when it comes again', {
    timeout: 30_000,
  }, async () => {
    const { first, request, ...scene } = await recorded(kind);
    const { emulator, config } = scene;
    await first.stop();

    emulator.faults.outage(true);
    const second = await startBot(emulator, config);
    expect(await send(second, emulator, request)).toEqual({ status: 503, retryAfter: '5' });
    expect(await questionsAreAnswered(second, emulator)).toEqual([200, 200]);
    emulator.faults.outage(false);
    await second.slackStarted;
    expect(kind.isDone(scene)).toBe(false);

    await comeAgain(kind, scene, second, request);
    await emulator.waitFor(() => kind.isDone(scene), { within: 10_000 });
  });

  it('is acted upon while Tango stops, as long as it listens', { timeout: 30_000 }, async () => {
    const { first, emulator, config, botUrl } = await working();
    const scene: Scene = { emulator, botUrl, recorder: { url: botUrl, requests: [] } };
    // Something slow under way keeps the door open.
    emulator.faults.next('views.open', { kind: 'slow_body', ms: 2_000 });
    const slow = emulator.as(BEN).click(card(scene, 'Filler'), 'Qualify');
    await emulator.as(BEN).openModal('lead_qualify_modal');
    const stopped = first.stop();
    expect(await questionsAreAnswered(first, emulator)).toEqual([200, 200]);
    await kind.press(scene);
    expect(await slow).toMatchObject({ acknowledged: true });
    await stopped;
    await startBot(emulator, config);
    await emulator.waitFor(() => kind.isDone(scene), { within: 10_000 });
  });
});

async function working() {
  const emulator = await startEmulator({ mode: 'http', workspace: seed() });
  onTestFinished(() => emulator.stop());
  const config = testConfig(emulator, 'http', await testDatabaseUrl('sqlite'));
  const first = await startBot(emulator, config);
  await first.slackStarted;
  await takeLeads(emulator, first);
  return { emulator, config, first, botUrl: `${first.url}/slack/events` };
}

/** A bot at work, and the one request as Slack sent it elsewhere. */
async function recorded(kind: Kind) {
  const { emulator, config, first, botUrl } = await working();
  const scene: Scene = { emulator, recorder: await record(), botUrl };
  emulator.setRequestUrl(scene.recorder.url);
  await kind.press(scene);
  await emulator.waitFor(() => scene.recorder.requests.length > 0, { within: 5_000 });
  return { ...scene, config, first, request: scene.recorder.requests[0]! };
}

async function comeAgain(kind: Kind, scene: Scene, bot: Running, request: Recorded): Promise<void> {
  if (kind.again) expect(await kind.again(scene)).toMatchObject({ acknowledged: true });
  else expect(await send(bot, scene.emulator, request)).toMatchObject({ status: 200 });
}

async function startBot(emulator: Emulator, config: Parameters<typeof start>[0]): Promise<Running> {
  const bot = await start(config, { log: testLog() });
  onTestFinished(() => bot.stop());
  emulator.setRequestUrl(`${bot.url}/slack/events`);
  return bot;
}

async function takeLeads(emulator: Emulator, { url }: Running): Promise<void> {
  const leads = ['Dana', 'Filler'].map((name) => ({ source: 'Web', name }));
  await fetch(`${url}/api/leads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(leads),
  });
  await emulator.waitFor(() => cardsOf(emulator).length === leads.length, { within: 10_000 });
}

async function record(): Promise<Scene['recorder']> {
  const requests: Recorded[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      requests.push({ type: request.headers['content-type'] ?? '', body });
      response.writeHead(503).end();
    });
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests };
}

async function send({ url }: Running, { tokens }: Emulator, { type, body }: Recorded) {
  const now = Math.floor(Date.now() / 1000);
  const answer = await fetch(`${url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type,
      connection: 'close',
      ...signatureHeaders(tokens.signingSecret, now, body),
    },
    body,
  });
  return { status: answer.status, retryAfter: answer.headers.get('retry-after') };
}

async function questionsAreAnswered(bot: Running, emulator: Emulator): Promise<number[]> {
  const challenge = { type: 'application/json', body: '{"type":"url_verification","challenge":"c"}' };
  const check = { type: 'application/x-www-form-urlencoded', body: 'ssl_check=1&token=x' };
  return [(await send(bot, emulator, challenge)).status, (await send(bot, emulator, check)).status];
}

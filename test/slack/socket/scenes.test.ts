/** What can go wrong with the connection that Tango opens to Slack, and what Tango makes of it. All over real sockets, with short waits. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Emulator } from '../../../emulator/start-emulator.ts';
import { cardsOf } from '../../support/cards.ts';
import { ANA, BEN } from '../../support/people.ts';
import { QUICK } from '../../support/slack-timings.ts';
import { readableLog, type TestLog } from '../../support/test-log.ts';
import { connected, startWorld, type World, type WorldOptions } from '../../support/world.ts';

type Change = Partial<typeof QUICK.socket>;

interface Scene extends World {
  log: TestLog;
}

async function scene(trouble?: WorldOptions['trouble'], change: Change = {}): Promise<Scene> {
  const log = readableLog();
  const slackTimings = { ...QUICK, socket: { ...QUICK.socket, ...change } };
  const start = { slackTimings, log: log.log };
  const world = await startWorld({ ...(trouble ? { trouble } : {}), pace: false, start });
  onTestFinished(() => expect(log.lines().filter((line) => 'dropped' in line)).toEqual([]));
  return { ...world, log };
}

async function readiness({ bot }: World): Promise<{ ready: boolean; why?: { slack: string } }> {
  return (await fetch(`${bot.url}/readyz`)).json() as never;
}

async function becomes(what: () => boolean | Promise<boolean>, within = 5_000): Promise<void> {
  await expect.poll(what, { timeout: within, interval: 10 }).toBe(true);
}

const help = ({ emulator }: World) => emulator.as(ANA).command('/tango', 'help');
const isServed = async (world: World) => (await help(world)).acknowledged;

/** Each begins a fault of new connections and returns how it ends. */
const FAULTS: Record<string, (emulator: Emulator) => () => void> = {
  hello_timeout: ({ faults }) => {
    faults.sockets.withholdHello(true);
    return () => faults.sockets.withholdHello(false);
  },
  upgrade_timeout: ({ faults }) => {
    faults.sockets.withholdUpgrade(true);
    return () => faults.sockets.withholdUpgrade(false);
  },
  address_timeout: ({ faults }) => faults.during('apps.connections.open', { kind: 'timeout_before' }),
  ratelimited: ({ faults }) =>
    faults.during('apps.connections.open', { kind: 'rate_limited', retryAfterSeconds: 100_000 }),
  answer_timeout: ({ faults }) => faults.during('auth.test', { kind: 'timeout_before' }),
  http_503: ({ faults }) => faults.during('apps.connections.open', { kind: 'server_error', status: 503 }),
  not_an_answer_of_slack: ({ faults }) => faults.during('apps.connections.open', { kind: 'html' }),
  http_403: ({ faults }) => {
    faults.sockets.refuse(true);
    return () => faults.sockets.refuse(false);
  },
};

describe('no wait on the other side is without a limit', () => {
  for (const [code, begin] of Object.entries(FAULTS)) {
    it(`at the first start: ${code}`, async () => {
      let end = () => {};
      const world = await scene((emulator) => {
        end = begin(emulator);
      });
      await becomes(async () => toWords(await readiness(world)).includes(code));
      end();
      await world.bot.slackStarted;
      expect((await readiness(world)).ready).toBe(true);
      expect(await isServed(world)).toBe(true);
    });

    // Without a connection nobody asks for anything but the way to another one.
    it.skipIf(code === 'answer_timeout')(`and when a connection is lost: ${code}`, async () => {
      const world = await scene();
      const end = begin(world.emulator);
      world.emulator.faults.sockets.drop();
      await becomes(async () => toWords(await readiness(world)).includes(code));
      end();
      await becomes(async () => (await readiness(world)).ready);
      expect(await isServed(world)).toBe(true);
      const said = world.log.lines().map(({ msg }) => msg);
      expect(said).toContain('the connection to Slack is lost');
      expect(said).toContain('connected to Slack again');
    });
  }

  it('a connection at whose other end nobody answers is given up, and `/readyz` tells until there is another', async () => {
    const world = await scene();
    world.emulator.faults.sockets.withholdHello(true);
    world.emulator.faults.sockets.goSilent();
    const began = performance.now();
    await becomes(async () => !(await readiness(world)).ready);
    expect(performance.now() - began).toBeLessThan(QUICK.socket.ping + QUICK.socket.pong + 1_000);
    world.emulator.faults.sockets.withholdHello(false);
    await becomes(async () => (await readiness(world)).ready);
    expect(await isServed(world)).toBe(true);
  });
});

function toWords({ why }: { why?: { slack: string } }): string {
  // What cuts off an answer depends on which limit is over first: ours, or that of the library.
  return (why?.slack ?? '').replace('TimeoutError', 'address_timeout');
}

describe('a token that is refused when a connection is lost', () => {
  for (const error of ['invalid_auth', 'account_inactive', 'token_revoked', 'not_allowed_token_type']) {
    it(`leaves Tango up, is said once, and is tried again: ${error}`, async () => {
      const world = await scene();
      const end = world.emulator.faults.during('apps.connections.open', { kind: 'error', error });
      world.emulator.faults.sockets.drop();
      const tries = () => world.emulator.workspace.callsOf('apps.connections.open').length;
      await becomes(() => tries() >= 4);
      expect(await readiness(world)).toMatchObject({ ready: false, why: { slack: error } });
      expect((await world.post('/api/leads', { source: 'Webinar', name: 'Dana' })).status).toBe(201);
      const refused = world.log.lines().filter(({ msg }) => String(msg).startsWith('Slack refuses a token'));
      expect(refused).toEqual([expect.objectContaining({ code: error, variable: 'SLACK_APP_TOKEN' })]);
      end();
      await becomes(async () => (await readiness(world)).ready);
      await world.settle();
      expect(cardsOf(world.emulator)).toHaveLength(1);
    });
  }
});

const event = (payload: object) => JSON.stringify({ type: 'events_api', envelope_id: 'e-1', payload });

const ODD_FRAMES: Record<string, { frame: string; code: string }> = {
  'a notice without an inner event': {
    frame: event({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 }),
    code: 'app_rate_limited',
  },
  'an event without its event': { frame: event({ secret: 'Dana' }), code: 'no_event' },
  'an event of null': { frame: event({ type: 'event_callback', event: null }), code: 'event_callback' },
  'no JSON': { frame: '{"type":"interactive","Dana', code: 'not_json' },
  'an array': { frame: '["Dana"]', code: 'no_type' },
  'a kind that nobody knows': { frame: '{"type":"dana","envelope_id":"e-2"}', code: 'unknown_type' },
  'a click without its payload': { frame: '{"type":"interactive","envelope_id":"e-3"}', code: 'no_payload' },
  'a click of null': {
    frame: '{"type":"interactive","envelope_id":"e-4","payload":null}',
    code: 'no_payload',
  },
};

describe('what comes over a connection is not trusted', () => {
  for (const [what, { frame, code }] of Object.entries(ODD_FRAMES)) {
    it(`${what} is noted without what it holds, and clicks are served as before`, async () => {
      const world = await scene();
      world.emulator.faults.sockets.sendFrame(frame);
      await becomes(() => world.log.lines().some((line) => line.code === code));
      expect(await isServed(world)).toBe(true);
      expect(world.log.text()).not.toMatch(/dana/i);
      expect(world.emulator.openSockets()).toBe(1);
    });
  }

  it.each(['{"type":"interactive","envelope_id":"e-5","payload":{}}', event({ event: { type: 'x' } })])(
    'nor does a payload that nothing listens to end anything: %s',
    async (frame) => {
      const world = await scene();
      world.emulator.faults.sockets.sendFrame(frame);
      expect(await isServed(world)).toBe(true);
    },
  );
});

describe('Slack ends a connection', () => {
  it('after a warning the next is open before the last is left, and no click fails', async () => {
    const world = await scene();
    world.emulator.faults.sockets.disconnect('warning');
    await becomes(() => world.emulator.openSockets() === 2);
    const clicks = await clicksWhile(world, async () => {
      await becomes(() => world.emulator.openSockets() === 1);
    });
    expect(clicks.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
    expect((await readiness(world)).ready).toBe(true);
  });

  it('and what came by the old connection is acknowledged through it', async () => {
    const world = await scene();
    await oneCard(world);
    world.emulator.faults.next('views.open', { kind: 'slow_body', ms: 500 });
    const slow = world.emulator.as(ANA).click(cardsOf(world.emulator)[0]!, 'Qualify');
    await world.emulator.as(ANA).openModal('lead_qualify_modal');
    world.emulator.faults.sockets.disconnect('refresh_requested', 1_500);
    await becomes(() => world.emulator.openSockets() === 2);
    expect(await slow).toMatchObject({ acknowledged: true });
    expect(world.emulator.openSockets()).toBe(2);
    await becomes(() => world.emulator.openSockets() === 1);
  });

  it('and claims under way at that moment are done and acknowledged, all of them', async () => {
    const world = await scene();
    const names = Array.from({ length: 20 }, (_, n) => ({ source: 'Webinar', name: `Lead ${n}` }));
    await world.post('/api/leads', names);
    await world.settle();
    const claims = cardsOf(world.emulator).map((card) => world.emulator.as(ANA).click(card, 'Claim'));
    world.emulator.faults.sockets.disconnect('warning');
    const answers = await Promise.all(claims);
    expect(answers).toHaveLength(20);
    expect(answers.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
    await becomes(() => world.emulator.openSockets() === 1);
  });

  it('where Slack does not close it after all, we do', async () => {
    const world = await scene();
    world.emulator.faults.sockets.disconnect('warning', 60_000);
    await becomes(() => world.emulator.openSockets() === 2);
    await becomes(() => world.emulator.openSockets() === 1);
    expect(await isServed(world)).toBe(true);
  });

  it('where the next cannot be opened, the last is served to its end', async () => {
    const world = await scene();
    world.emulator.faults.sockets.refuse(true);
    world.emulator.faults.sockets.disconnect('warning', 500);
    expect(await isServed(world)).toBe(true);
    expect((await readiness(world)).ready).toBe(true);
    await becomes(async () => !(await readiness(world)).ready);
    world.emulator.faults.sockets.refuse(false);
    await becomes(async () => (await readiness(world)).ready);
  });

  it('what was done and could not be acknowledged is said in the log', async () => {
    const world = await scene();
    await oneCard(world);
    world.emulator.faults.next('views.open', { kind: 'slow_body', ms: 300 });
    const slow = world.emulator.as(ANA).click(cardsOf(world.emulator)[0]!, 'Qualify');
    await world.emulator.as(ANA).openModal('lead_qualify_modal');
    world.emulator.faults.sockets.drop();
    expect(await slow).toMatchObject({ acknowledged: false });
    await becomes(() => world.log.text().includes('could not be acknowledged'));
  });
});

describe('it is said', () => {
  it('in the log: connected, lost, refused with Slack’s word, and back after how long', async () => {
    const world = await scene();
    const end = FAULTS.http_503!(world.emulator);
    world.emulator.faults.sockets.drop();
    await becomes(() => world.log.text().includes('http_503'));
    end();
    await becomes(async () => (await readiness(world)).ready);
    const lines = world.log.lines().filter(({ level }) => level === 30 || level === 'info');
    expect(lines.map(({ msg }) => msg).filter((msg) => /connect/.test(String(msg)))).toEqual([
      'connected to Slack',
      'the connection to Slack is lost',
      ...lines.filter(({ code }) => code === 'http_503').map(({ msg }) => msg),
      'connected to Slack again',
    ]);
    expect(lines.at(-1)).toMatchObject({ seconds: expect.any(Number) });
  });

  it('as a number for whoever watches', async () => {
    const world = await scene();
    const gauge = async () =>
      /^tango_slack_connected (\d)$/m.exec(await (await fetch(`${world.bot.url}/metrics`)).text())?.[1];
    expect(await gauge()).toBe('1');
    world.emulator.faults.sockets.refuse(true);
    world.emulator.faults.sockets.drop();
    await becomes(async () => (await gauge()) === '0');
  });

  it('to the managers when it has lasted for minutes, once for each time', async () => {
    const { world, told } = await managed({ after: 150, look: 20 });
    for (const times of [1, 2]) {
      world.emulator.faults.sockets.refuse(true);
      world.emulator.faults.sockets.drop();
      await becomes(async () => {
        await world.settle();
        return told() === times;
      });
      await world.settle();
      world.emulator.faults.sockets.refuse(false);
      await connected(world.emulator, 'socket');
      world.clock.move(60_000);
      await becomes(async () => (await world.bot.outbox.health(world.clock.now())).troubles.length === 0);
    }
    expect(told()).toBe(2);
  });

  it('but not where Slack was away altogether and is just coming back', async () => {
    const { world, told } = await managed({ after: 1_000, look: 20 });
    const asked = () => world.emulator.workspace.callsOf('auth.test').length;
    const before = asked();
    const end = world.emulator.faults.during('*', { kind: 'server_error', status: 503 });
    world.emulator.faults.sockets.drop();
    await becomes(() => asked() > before + 12);
    world.emulator.faults.sockets.refuse(true);
    end();
    await world.settle();
    expect(told()).toBe(0);
    await becomes(async () => {
      await world.settle();
      return told() === 1;
    });
  });
});

async function managed(deaf: typeof QUICK.deaf) {
  const start = { slackTimings: { ...QUICK, deaf }, log: readableLog().log };
  const world = await startWorld({ start, pace: false, firstStart: { managers: [BEN] } });
  const told = () =>
    world.emulator.workspace
      .callsOf('chat.postMessage')
      .filter(({ args, fault }) => !fault && JSON.stringify(args).includes('has not reached me')).length;
  return { world, told };
}

async function oneCard(world: World): Promise<void> {
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana Whitfield' });
  await world.settle();
}

/** A click every 60 ms until the work is done; all of them, answered. */
async function clicksWhile(world: World, work: () => Promise<void>) {
  const clicks: ReturnType<typeof help>[] = [];
  const clicking = setInterval(() => clicks.push(help(world)), 60);
  await work();
  clearInterval(clicking);
  return Promise.all(clicks);
}

/**
 * Is this checkout slower than another? Start-up, a lead over the API and a click on Claim, each bot as a process of its own against the
 * emulator, in turns. `npm run bench:checkouts -- ../before [rounds]`; the other checkout is the baseline and needs node_modules.
 * Processor time is the bot's own and says more than time on a busy machine.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { type Emulator, startEmulator } from '../emulator/start-emulator.ts';
import { sampleWorkspace } from '../emulator/workspace/sample-workspace.ts';
import { withManifest } from '../emulator/workspace/with-manifest.ts';

const LEADS = Number(process.env.LEADS ?? 40);
const TOKEN = 'the-intake-token';
const CHANNEL = 'C_LEADS';
/** The kernel counts processor time in hundredths of a second. */
const TICK_MS = 10;

const MEASURED = ['start-up', 'a lead', 'a click'] as const;
type Measured = Record<(typeof MEASURED)[number], { ms: number; cpu: number }>;

const [other = '', rounds = '6'] = process.argv.slice(2);
if (!other) throw new Error('Which checkout to compare with? npm run bench:checkouts -- ../before');
const checkouts = [resolve(other), resolve('.')];
const folder = mkdtempSync(join(tmpdir(), 'tango-bench-'));
const seen = new Map(checkouts.map((checkout) => [checkout, [] as Measured[]]));
// The first round compiles and only warms up.
for (let round = -1; round < Number(rounds); round++) {
  for (const checkout of round % 2 === 0 ? checkouts : checkouts.toReversed()) {
    const measured = await measure(checkout, join(folder, `${round}-${checkouts.indexOf(checkout)}.db`));
    if (round >= 0) seen.get(checkout)?.push(measured);
  }
}
rmSync(folder, { recursive: true });
console.log(`Median of ${rounds} rounds in turns, ${LEADS} leads and clicks each; SQLite, sockets`);
for (const what of MEASURED) {
  const [before, after] = checkouts.map((checkout) => medians(seen.get(checkout) ?? [], what));
  if (!before || !after) continue;
  const part = (name: 'ms' | 'cpu') =>
    `${before[name].toFixed(1)} → ${after[name].toFixed(1)} ms (${(after[name] / before[name]).toFixed(2)})`;
  console.log(`${what.padEnd(10)} time ${part('ms').padEnd(28)} processor ${part('cpu')}`);
}
process.exit(0);

function medians(all: readonly Measured[], what: keyof Measured): { ms: number; cpu: number } {
  const median = (name: 'ms' | 'cpu') =>
    all.map((each) => each[what][name]).toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return { ms: median('ms'), cpu: median('cpu') };
}

async function measure(checkout: string, file: string): Promise<Measured> {
  const manifest = parse(readFileSync('manifest.yml', 'utf8'));
  const emulator = await startEmulator({
    mode: 'socket',
    workspace: withManifest(sampleWorkspace(), manifest),
  });
  const start = performance.now();
  const bot = spawnBot(checkout, emulator, `file:${file}`);
  const url = await urlOf(bot);
  await emulator.waitFor(() => emulator.isBotConnected(), { within: 20_000 });
  const up = { ms: performance.now() - start, cpu: cpuOf(bot) };
  const lead = await each(bot, (n) => send(url, n));
  const cards = () =>
    emulator.workspace.messages.in(CHANNEL).filter(({ threadTs }) => threadTs === undefined);
  await emulator.waitFor(() => cards().length === LEADS, { within: 60_000 });
  const click = await each(bot, async (n) => {
    const card = cards()[n];
    if (card) await emulator.as('U_ANA').click(card, 'Claim');
  });
  bot.kill('SIGTERM');
  await once(bot, 'exit');
  await emulator.stop();
  return { 'start-up': up, 'a lead': lead, 'a click': click };
}

async function each(bot: ChildProcess, act: (n: number) => Promise<unknown>) {
  const before = cpuOf(bot);
  const times: number[] = [];
  for (let n = 0; n < LEADS; n++) {
    const start = performance.now();
    await act(n);
    times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[LEADS / 2] ?? 0;
  return { ms: median, cpu: (cpuOf(bot) - before) / LEADS };
}

/** Without the pace that Slack asks for: what is measured is us. */
function spawnBot(checkout: string, emulator: Emulator, databaseUrl: string): ChildProcess {
  const { bot, app } = emulator.tokens;
  const nowhere = { fieldChannel: null, marketingChannel: null, scorecardChannel: null };
  const config = {
    slack: { botToken: bot, apiUrl: emulator.apiUrl, mode: { kind: 'socket', appToken: app } },
    databaseUrl,
    http: { host: '127.0.0.1', port: 0, intakeToken: TOKEN },
    firstStart: {
      ...{ leadsChannel: CHANNEL, ...nowhere, managers: ['U_MAX'], marketers: ['U_MIA'] },
      ...{ timezone: 'Europe/Berlin', currency: 'EUR' },
    },
    logLevel: 'silent',
  };
  const args = ['--cpu-prof','--cpu-prof-dir=/tmp/prof'+(checkout.endsWith('base')?'-base':'-main'), join(checkout, 'test/support/bot-process.ts'), JSON.stringify(config)];
  const env = { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: join(tmpdir(), 'tango-bench-compiled') };
  return spawn(process.execPath, args, { cwd: checkout, env, stdio: ['ignore', 'pipe', 'inherit'] });
}

function urlOf(bot: ChildProcess): Promise<string> {
  return new Promise((found) => {
    if (!bot.stdout) return;
    createInterface({ input: bot.stdout }).on('line', (line) => {
      const url = /"url":"([^"]+)"/.exec(line)?.[1];
      if (url) found(url);
    });
  });
}

function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function send(url: string, n: number): Promise<void> {
  const response = await fetch(`${url}/api/leads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ source: 'Webinar', name: `Dana ${n}`, email: `dana${n}@harbour.example` },
      ...{ company: `Harbour ${n}`, message: 'Can you show us the group view?' },
    }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
}

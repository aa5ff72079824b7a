/** Tango as `npm start` starts it, and the bare bot beside it. */
import { freePort, type Program, startCommand, startProgram, untilReady } from './program.ts';

export const INTAKE_TOKEN = 'the-intake-token';
export const SIGNING_SECRET = 'the-signing-secret';

export type Mode = 'http' | 'socket';

const TOKENS = { bot: 'xoxb-bench', app: 'xapp-bench' };

export interface Bot extends Program {
  url: string;
  /** From the start of the process until it was ready. */
  readyMs: number;
}

interface Wanted {
  mode: Mode;
  apiUrl: string;
  databaseUrl: string;
  /** Where Slack asks for them. */
  tokens?: { bot: string; app: string };
  /** Other than `npm start` does. */
  command?: string;
}

/** Resolves when it is ready. */
export async function startBot(wanted: Wanted): Promise<Bot> {
  const { mode, apiUrl, databaseUrl, command = startCommand, tokens = TOKENS } = wanted;
  const port = await freePort();
  const way: Record<string, string> =
    mode === 'socket' ? { SLACK_APP_TOKEN: tokens.app } : { SLACK_SIGNING_SECRET: SIGNING_SECRET };
  const env: Record<string, string> = {
    ...{ SLACK_BOT_TOKEN: tokens.bot, SLACK_API_URL: apiUrl, ...way },
    ...{ DATABASE_URL: databaseUrl, PORT: String(port), INTAKE_TOKEN, LOG_LEVEL: 'warn' },
    ...{ LEADS_CHANNEL: 'C_LEADS', MANAGERS: 'U_MAX', MARKETERS: 'U_MIA' },
    ...{ TEAM_TIMEZONE: 'Europe/Berlin', TEAM_CURRENCY: 'EUR' },
  };
  return ready(startProgram(command, env), port);
}

/** A program of `bench/bare`. */
export async function startBare(name: string, env: Record<string, string>): Promise<Bot> {
  const port = await freePort();
  return ready(startProgram(`node bench/bare/${name}.ts`, { ...env, PORT: String(port) }), port);
}

async function ready(program: Program, port: number): Promise<Bot> {
  const url = `http://127.0.0.1:${port}`;
  return { ...program, url, readyMs: await untilReady(program, url) };
}

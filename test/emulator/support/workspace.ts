import { WebClient, type WebClientOptions } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { createClock, type EmulatorClock } from '../../../emulator/clock.ts';
import { createIds } from '../../../emulator/ids.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/start-emulator.ts';
import { quiet } from './quiet.ts';

/** Monday, 16 November 2026, 9:00 in Berlin. */
export const MONDAY = Date.UTC(2026, 10, 16, 8);

export interface TestWorkspace {
  emulator: Emulator;
  /** Stands still until moved. */
  clock: EmulatorClock;
  /** The real client with the bot's token; it tries once. */
  client: WebClient;
}

/** An emulator with a clock that stands still, stopped when the test ends. */
export async function testWorkspace(options: Partial<EmulatorOptions> = {}): Promise<TestWorkspace> {
  const clock = createClock({ startAt: MONDAY, frozen: true });
  const emulator = await startEmulator({ mode: 'socket', clock, ids: createIds(''), ...options });
  onTestFinished(() => emulator.stop());
  return { emulator, clock, client: clientOf(emulator, emulator.tokens.bot) };
}

export function clientOf({ apiUrl }: Emulator, token?: string, options: WebClientOptions = {}): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
    ...options,
  });
}

/** Slack's error name of a call that is refused. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'not refused';
  } catch (error) {
    return (error as { data?: { error?: string } }).data?.error ?? String(error);
  }
}

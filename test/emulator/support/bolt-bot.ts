import { App, ExpressReceiver, SocketModeReceiver } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { Emulator } from '../../../emulator/start-emulator.ts';
import { quiet } from './quiet.ts';

export type Mode = 'socket' | 'http';
export const MODES: readonly Mode[] = ['socket', 'http'];

/** A real Bolt app that talks to this emulator, stopped when the test ends. */
export async function startBoltBot(
  emulator: Emulator,
  mode: Mode,
  register: (app: App) => void,
): Promise<App> {
  const { tokens, apiUrl } = emulator;
  const receiver =
    mode === 'socket'
      ? new SocketModeReceiver({
          appToken: tokens.app,
          logger: quiet,
          // Bolt waits as long before it opens a lost socket again.
          clientPingTimeout: 1_000,
          installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
        })
      : new ExpressReceiver({ signingSecret: tokens.signingSecret, logger: quiet });
  const app = new App({
    token: tokens.bot,
    receiver,
    logger: quiet,
    deferInitialization: true,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
  });
  register(app);
  await app.init();
  const server = await app.start(0);
  onTestFinished(async () => void (await app.stop()));
  if (mode === 'http') {
    const { port } = (server as { address(): { port: number } }).address();
    emulator.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  }
  return app;
}

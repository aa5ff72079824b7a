import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createClock } from './clock.ts';
import { type Emulator, startEmulator } from './start-emulator.ts';
import { sampleWorkspace } from './workspace/sample-workspace.ts';
import { withManifest } from './workspace/with-manifest.ts';

const manifest = parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8'));
const requestUrl = process.env.REQUEST_URL;

/** `npm run emulator`: a workspace to point a bot at. REQUEST_URL set: signed HTTP; otherwise Socket Mode. */
const emulator = await startEmulator({
  port: Number(process.env.PORT ?? 4000),
  mode: requestUrl === undefined ? 'socket' : 'http',
  clock: createClock(),
  workspace: withManifest(sampleWorkspace(), manifest),
  limits: { pace: true },
  ...(requestUrl === undefined ? {} : { requestUrl }),
});
console.log(welcome(emulator));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void emulator.stop());

function welcome({ pageUrl, apiUrl, tokens }: Emulator): string {
  const transport =
    requestUrl === undefined
      ? `SLACK_APP_TOKEN=${tokens.app}`
      : `SLACK_SIGNING_SECRET=${tokens.signingSecret}`;
  return `The workspace is open at ${pageUrl}

A bot finds it with:
  SLACK_API_URL=${apiUrl}
  SLACK_BOT_TOKEN=${tokens.bot}
  ${transport}

Ctrl-C stops it.`;
}

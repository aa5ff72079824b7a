/** `npm run demo`: opens the demo, says where, and stays until Ctrl-C. */
import { curlLine } from './mailbox.ts';
import { openDemo } from './open-demo.ts';
import { freePort } from './ports.ts';

const PORT = 4000;
const LONGEST_GOODBYE_MS = 2_000;

const pagePort = await freePort(Number(process.env.PORT ?? PORT));
const apiPort = await freePort(pagePort + 1);
const ending = Promise.withResolvers<void>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.resolve());

console.log('Telling eight weeks of a small company’s story…');
const opening = openDemo({ pagePort, apiPort, logLevel: process.env.LOG_LEVEL ?? 'error' });
// Nothing is kept, so nothing is lost by leaving in the middle of the story.
void ending.promise.then(() => setTimeout(() => process.exit(0), LONGEST_GOODBYE_MS).unref());
const demo = await opening;
console.log(`
Tango is open at ${demo.pageUrl}

Leads arrive by themselves. To send one:
  ${curlLine(demo.apiUrl)}

Ctrl-C stops it. Nothing is kept.`);
await ending.promise;
await demo.stop();
process.exit(0);

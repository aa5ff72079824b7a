import type { ServerResponse } from 'node:http';
import type { PageChange } from '../page-protocol.ts';
import type { Slack } from '../slack.ts';

const KEEP_ALIVE_MS = 15_000;

/** Streams what changed, as far as this person may know of it, until the page goes away. */
export function streamChanges(slack: Slack, me: string, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write(': here\n\n');
  const stopListening = slack.changes.listen((change) => {
    if (change.kind === 'activity' || !concerns(slack, me, change)) return;
    response.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  const keepAlive = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  keepAlive.unref();
  response.on('close', () => {
    clearInterval(keepAlive);
    stopListening();
  });
}

function concerns({ workspace }: Slack, me: string, change: PageChange): boolean {
  if (change.kind !== 'messages') return true;
  const conversation = workspace.conversations.find(change.channel);
  return conversation?.kind === 'channel' || conversation?.members.has(me) === true;
}

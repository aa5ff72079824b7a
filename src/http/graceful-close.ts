import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';

/** How soon a connection is let go whose request is done. */
const SWEEP_MS = 50;

/** For a request that is on its way to us when we close: its sender could not tell whether it was taken. */
const ARRIVING_MS = 200;

/**
 * Ends a server: no new connection, what is under way may finish for so long, then it is cut off. Node itself would wait for
 * connections that are kept alive, or were opened and never used, as browsers do.
 */
export function gracefulClose(server: Server): (limitMs: number) => Promise<void> {
  let underWay = 0;
  server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
  });
  return async (limitMs) => {
    if (!server.listening) return;
    await untilQuiet();
    // Not as the HTTP server closes itself: it lets go of kept connections at once, also of one whose next request lies there unread.
    const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
    const sweepNow = () => {
      if (performance.now() >= sweepFrom) letGo(server, underWay);
    };
    const sweepFrom = performance.now() + Math.min(ARRIVING_MS, limitMs);
    // What lies there unread because we were busy is read before anybody is let go.
    const sweep = setInterval(() => setImmediate(sweepNow), SWEEP_MS);
    const cut = setTimeout(() => server.closeAllConnections(), limitMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(cut);
    // Ends what the HTTP server looks after by itself.
    server.close();
  };
}

/** A turn in which the process has had nothing to do takes less. */
const QUIET_MS = 0.3;
const MOST_TURNS = 100;

/**
 * Connections that have been made and not been taken yet are cut off with what was sent through them. Each turn of the process takes
 * those that are there; after one that had nothing to do, hardly any can have come since.
 */
async function untilQuiet(): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const began = performance.now();
    await new Promise(setImmediate);
    if (turn > 0 && performance.now() - began < QUIET_MS) return;
  }
}

function letGo(server: Server, underWay: number): void {
  if (underWay === 0) server.closeAllConnections();
  else server.closeIdleConnections();
}

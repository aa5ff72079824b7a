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
    // Connections that have been made and not been taken yet would be cut off with what was sent through them.
    await new Promise(setImmediate);
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

function letGo(server: Server, underWay: number): void {
  if (underWay === 0) server.closeAllConnections();
  else server.closeIdleConnections();
}

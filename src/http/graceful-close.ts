import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** How soon a connection is let go whose request is done. */
const SWEEP_MS = 50;

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
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const sweep = setInterval(() => letGo(server, underWay), SWEEP_MS);
    const cut = setTimeout(() => server.closeAllConnections(), limitMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(cut);
  };
}

function letGo(server: Server, underWay: number): void {
  if (underWay === 0) server.closeAllConnections();
  else server.closeIdleConnections();
}

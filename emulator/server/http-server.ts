import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

export type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** The first prefix that fits answers. */
export interface Route {
  prefix: string;
  serve: Serve;
}

export interface Listening {
  url: string;
  close(): Promise<void>;
}

export async function listen(options: {
  port: number;
  routes: Route[];
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}): Promise<Listening> {
  const server = createServer((request, response) => void dispatch(options.routes, request, response));
  server.on('upgrade', options.upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return { url: urlOf(server), close: () => close(server) };
}

async function dispatch(routes: Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/';
  const route = routes.find(({ prefix }) => path.startsWith(prefix));
  try {
    if (route === undefined) response.writeHead(404).end();
    else await route.serve(request, response);
  } catch (error) {
    process.stderr.write(`emulator: ${path}: ${error instanceof Error ? error.stack : String(error)}\n`);
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { 'content-type': 'text/plain' }).end('the emulator failed; see its log');
  }
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return `http://127.0.0.1:${address.port}/`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

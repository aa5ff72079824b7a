import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../page/dist/', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The built page. Addresses without an extension are places within it, such as a permalink. */
export async function serveStatic(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://emulator');
  const type = TYPES[extname(pathname)];
  // normalize() of an absolute path can't climb above it.
  const file = join(DIST, type === undefined ? 'index.html' : normalize(pathname));
  const content = await readFile(file).catch(() => undefined);
  if (content !== undefined) {
    response.writeHead(200, { 'content-type': type ?? 'text/html; charset=utf-8' }).end(content);
    return;
  }
  response.writeHead(404, { 'content-type': 'text/plain' });
  response.end(type === undefined ? 'The page is not built: npm run page:build\n' : 'Not found\n');
}

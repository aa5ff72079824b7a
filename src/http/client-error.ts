/** Requests that Node ends before Express sees them whole: too slow, too long a head, no HTTP at all. */
import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { problem } from '../intake/problem.ts';

export function answerClientErrors(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => answers.set(request.socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Half an answer cannot be mended, and whoever has hung up hears nothing.
    if (!socket.writable || error.code === 'ECONNRESET' || answers.get(socket)?.headersSent) socket.destroy();
    else socket.write(answerTo(error.code ?? ''), () => socket.destroy());
  });
}

const REFUSALS: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time; nothing was taken'],
  HPE_HEADER_OVERFLOW: [431, 'The headers are longer than 16 KiB'],
};

function answerTo(code: string): string {
  const [status, detail] = REFUSALS[code] ?? [400, 'The request cannot be read'];
  const body = JSON.stringify(problem(status, detail));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

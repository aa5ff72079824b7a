import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError, inWords } from '../errors.ts';

export interface Listening {
  port: number;
  /** Without a slash at the end. */
  url: string;
}

export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(explained(error, host, port));
    server.once('error', refuse).listen(port, host, () => {
      server.off('error', refuse);
      const { port: bound } = server.address() as AddressInfo;
      resolve({ port: bound, url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}` });
    });
  });
}

const REASONS: Record<string, string> = {
  EADDRINUSE: 'another program listens there already. Stop it, or set PORT to a free port',
  EACCES: 'this user may not listen on that port. Set PORT to one above 1023',
  EADDRNOTAVAIL: 'this machine does not have that address. Set HOST to one that it has, such as 127.0.0.1',
};

function explained(error: Error, host: string, port: number): Error {
  const reason = REASONS[(error as { code?: string }).code ?? ''];
  if (!reason) return error;
  return new AppError('unavailable', inWords(`Cannot listen on ${host} port ${port}: ${reason}.`), {
    cause: error,
  });
}

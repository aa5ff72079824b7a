import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** The port if it is free, else one that is; 0 asks for any. */
export async function freePort(preferred: number): Promise<number> {
  return (await bindable(preferred)) ?? (await bindable(0)) ?? 0;
}

function bindable(port: number): Promise<number | null> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const { port: bound } = probe.address() as AddressInfo;
      probe.close(() => resolve(bound));
    });
  });
}

import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { Database } from '../../src/store/database.ts';
import { ensureSettings } from '../../src/usecases/team/ensure-settings.ts';
import { FIRST_START, testContext } from '../support/context.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { webhookServer } from '../support/webhook-server.ts';
import { DELIVERIES } from '../support/webhooks.ts';

const DANA = { source: 'Webinar', externalId: 'w-1', name: 'Dana Whitfield' };

/** A line to PostgreSQL that can be cut. */
class Line {
  /** Once a client sends this, all connections break. */
  cutAt: string | null = null;
  readonly #sockets = new Set<Socket>();
  #isDown = false;

  async open(target: URL): Promise<string> {
    const proxy = createServer((client) => this.#join(client, connect(Number(target.port), target.hostname)));
    onTestFinished(() => void proxy.close());
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const proxied = new URL(target);
    proxied.port = String((proxy.address() as AddressInfo).port);
    return proxied.href;
  }

  setDown(isDown: boolean): void {
    this.#isDown = isDown;
    if (isDown) for (const socket of this.#sockets) socket.destroy();
  }

  #join(client: Socket, upstream: Socket): void {
    if (this.#isDown) client.destroy();
    for (const socket of [client, upstream]) {
      this.#sockets.add(socket.on('error', () => undefined));
      socket.once('close', () => (socket === client ? upstream : client).destroy());
    }
    upstream.pipe(client);
    client.on('data', (chunk) => {
      if (this.cutAt && chunk.includes(this.cutAt)) this.setDown(true);
      else upstream.write(chunk);
    });
  }
}

it('PostgreSQL lost in the middle of a transaction is answered 503, and leads are taken again when it is back', async () => {
  const line = new Line();
  const db = await Database.open(await line.open(new URL(await testDatabaseUrl('postgres'))));
  onTestFinished(() => db.close());
  const context = { ...(await testContext('sqlite')), db };
  await ensureSettings(context, FIRST_START);
  const server = await webhookServer('sqlite', undefined, {
    context,
    isDatabaseReady: async () => {
      await db.ping();
      return true;
    },
  });
  line.cutAt = 'insert into "lead"';
  const lost = await server.post('/api/leads', DANA);
  expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '10']);
  line.cutAt = null;
  expect((await server.post('/api/leads', DANA)).status).toBe(503);
  for (const reply of [
    await server.get('/api/leads/lead_1'),
    await server.deliver('tally', DELIVERIES.tally),
  ])
    expect([reply.status, reply.headers.get('retry-after'), reply.body.status]).toEqual([503, '10', 503]);
  expect((await server.get('/readyz')).body).toMatchObject({ database: 'waiting' });
  line.setDown(false);
  expect((await server.get('/readyz')).status).toBe(200);
  expect(await server.post('/api/leads', DANA)).toMatchObject({
    status: 201,
    body: { leads: [{ duplicate: false }] },
  });
  expect((await server.deliver('tally', DELIVERIES.tally)).status).toBe(200);
});

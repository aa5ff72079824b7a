import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

interface Said {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface PeopleApi {
  url: string;
  /** What it was asked, oldest first. */
  asked: { path: string; query: URLSearchParams; authorization: string | undefined }[];
  /** From now on it answers so; a function decides by the path. */
  say(answer: Said | ((path: string) => Said | Promise<Said>)): void;
  stop(): Promise<void>;
}

/** Plays HubSpot's or Meta's API, from whom people are fetched. */
export async function peopleApi(): Promise<PeopleApi> {
  let answer: (path: string) => Said | Promise<Said> = () => ({ status: 404 });
  const asked: PeopleApi['asked'] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://api');
    asked.push({ path: pathname, query: searchParams, authorization: request.headers.authorization });
    const { status, body, headers } = await answer(pathname);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(() => stop());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    say: (said) => {
      answer = typeof said === 'function' ? said : () => said;
    },
    stop,
  };
}

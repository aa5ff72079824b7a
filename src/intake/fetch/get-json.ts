import type { FetchFailure } from '../../domain/delivery/fetch-job.ts';
import { coerceError } from '../../errors.ts';

export interface Fetched {
  status: number;
  /** Null where it is not JSON. */
  json: unknown;
  retryAfterMs?: number;
}

const TIMEOUT_MS = 10_000;

/** With the token in a header, where no log keeps it; no redirect is followed with it. Of a broken line, its kind of failure. */
export async function getJson(
  url: URL,
  { token, signal }: { token: string; signal: AbortSignal },
): Promise<Fetched | FetchFailure> {
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const json = parsed(await response.text());
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return { status: response.status, json, ...(seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {}) };
  } catch (thrown) {
    const error = coerceError(thrown);
    const cause = error.cause as { code?: string } | undefined;
    const code = cause?.code ?? error.name;
    return { kind: 'busy', code };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What the status alone says; a vendor that hides its reasons in the body looks there first. */
export function failureOf({ status, retryAfterMs }: Fetched): FetchFailure {
  const code = `http_${status}`;
  if (status === 404 || status === 410) return { kind: 'gone', code };
  if (status === 401 || status === 403) return { kind: 'token', code };
  if (status === 429 || status >= 500)
    return { kind: 'busy', code, ...(retryAfterMs ? { retryAfterMs } : {}) };
  return { kind: 'odd', code };
}

/** Why a connection could not be made or did not hold: Slack's word, the network's, or the wait that was over. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(`No connection: ${code}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** Rejects with the code when it takes longer. What was asked for goes on; its end is nobody's business then. */
export function within<T>(limitMs: number, code: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ConnectionError(code)), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Ends early when aborted. Does not keep the process alive. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    timer.unref();
    signal?.addEventListener('abort', end);
  });
}

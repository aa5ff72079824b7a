import { type Request, type Response, Router } from 'express';
import { refuseOthersThan } from '../intake/only-methods.ts';

export interface Readiness {
  /** The database answers and is migrated. */
  isDatabaseReady: () => boolean | Promise<boolean>;
  /** Why Slack and we cannot work together at this moment, in a word; null when we can. */
  slackProblem: () => string | null;
  /** What only a person can mend about the database, in a word. */
  databaseProblem?: () => string | null;
  /** Which channel that is needed cannot be posted to, and why; null where each can be. */
  channelProblem?: () => string | null;
  /** How long messages still wait because Slack has asked for it; it does not make us unready. */
  pausedSeconds?: () => number;
}

/** For whoever watches over the process; no token needed, nothing told. */
export function healthRouter(readiness: Readiness): Router {
  const router = Router();
  router.get('/healthz', (_request: Request, response: Response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (_request: Request, response: Response) => {
    const database = await isDatabaseReady(readiness);
    const problem = readiness.slackProblem();
    const channel = readiness.channelProblem?.() ?? null;
    const ready = database && problem === null && channel === null;
    const parts = {
      ...{ ready, database: word(database), slack: word(problem === null) },
      channels: word(channel === null),
    };
    const paused = readiness.pausedSeconds?.() ?? 0;
    response
      .status(ready ? 200 : 503)
      .json({ ...parts, ...whyOf(readiness, problem, channel), ...(paused > 0 && { paused }) });
  });
  router.get('/readyz/intake', async (_request: Request, response: Response) => {
    const ready = await isDatabaseReady(readiness);
    response.status(ready ? 200 : 503).json({ ready, database: word(ready) });
  });
  router.all(['/healthz', '/readyz', '/readyz/intake'], refuseOthersThan('GET'));
  return router;
}

function whyOf({ databaseProblem }: Readiness, slack: string | null, channels: string | null) {
  const database = databaseProblem?.() ?? null;
  if (database === null && slack === null && channels === null) return {};
  return { why: { ...(database && { database }), ...(slack && { slack }), ...(channels && { channels }) } };
}

async function isDatabaseReady(readiness: Readiness): Promise<boolean> {
  try {
    return await readiness.isDatabaseReady();
  } catch {
    return false;
  }
}

function word(ready: boolean): 'ready' | 'waiting' {
  return ready ? 'ready' : 'waiting';
}

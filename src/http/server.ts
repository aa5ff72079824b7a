/** The one HTTP server of the process: Slack's requests, the intake, health and metrics, on one port. */
import { createServer as createHttpServer } from 'node:http';
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Config } from '../config.ts';
import { type ApiOptions, apiRouter } from '../intake/api/router.ts';
import { DoorCounts } from '../intake/doors/door-counts.ts';
import { DEFAULT_LIMITS, DoorKeeper, type DoorLimits } from '../intake/doors/door-keeper.ts';
import { refuseOthersThan } from '../intake/only-methods.ts';
import { webFormRouter } from '../intake/web-forms/router.ts';
import { webhookRouter } from '../intake/webhooks/router.ts';
import { NO_WEBHOOKS, type WebhookSettings } from '../intake/webhooks/settings.ts';
import type { Logger } from '../logger.ts';
import { answerProblem, refuseUnknownPath } from './answer-problem.ts';
import { answerClientErrors } from './client-error.ts';
import { gracefulClose } from './graceful-close.ts';
import { healthRouter, type Readiness } from './health.ts';
import { type Listening, listen } from './listen.ts';
import { createMetrics, type GaugeSource } from './metrics.ts';
import type { SlackDoor } from './slack-door.ts';

export interface ServerOptions extends Readiness {
  config: Config['http'];
  context: ApiOptions['context'];
  /** Absent: every form vendor's route is off. */
  webhooks?: WebhookSettings;
  log: Logger;
  /** What comes of requests at the doors; absent: counted for the log and the metrics alone. */
  doors?: DoorCounts;
  /** Who looks at Slack's signatures before Bolt does. */
  slackDoor?: SlackDoor;
  /** How often somebody may come. */
  limits?: DoorLimits;
  /** Bolt's router in HTTP mode. It checks signatures over raw bodies, so no body is read before it. */
  slack?: RequestHandler;
  /** What other parts of the process add to the metrics. */
  gauges?: readonly GaugeSource[];
  /** How long a request may take to arrive; for tests. */
  requestTimeoutMs?: number;
}

export interface HttpServer {
  listen(): Promise<Listening>;
  /** Takes no new connection, lets what is under way finish for so long, then cuts it off. */
  close(limitMs?: number): Promise<void>;
}

const CLOSE_LIMIT_MS = 8_000;
/** For head and body together: a body of 1 MiB over a slow line, and no more. */
export const REQUEST_TIMEOUT_MS = 30_000;

export function createServer(options: ServerOptions): HttpServer {
  const server = createHttpServer(timeouts(options), createApp(options));
  answerClientErrors(server);
  const close = gracefulClose(server);
  return {
    listen: () => listen(server, options.config),
    close: (limitMs = CLOSE_LIMIT_MS) => close(limitMs),
  };
}

/** Node itself would look every thirty seconds only, and give the head twice as long as the whole. */
function timeouts({ requestTimeoutMs = REQUEST_TIMEOUT_MS }: ServerOptions) {
  return {
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs / 4),
  };
}

function createApp(options: ServerOptions): Express {
  const { context, log, config } = options;
  const doors = options.doors ?? new DoorCounts({ log, clock: context.clock });
  const keeper = new DoorKeeper({
    counts: doors,
    limits: options.limits ?? DEFAULT_LIMITS,
    clock: context.clock,
    log,
  });
  const metrics = createMetrics(options.gauges ?? [], () => doors.refused());
  const app = express();
  app
    .disable('x-powered-by')
    .disable('etag')
    .set('trust proxy', config.trustProxy ?? false);
  app.use(metrics.observe, setHeaders);
  if (options.slack) mountSlack(app, options.slack, { door: options.slackDoor, keeper });
  app.use(healthRouter(options));
  app.get('/metrics', metrics.show).all('/metrics', refuseOthersThan('GET'));
  app.use('/api', apiRouter({ context, keeper, token: config.intakeToken, onReceived: metrics.countLeads }));
  const settings = options.webhooks ?? NO_WEBHOOKS;
  app.use('/intake/form', webFormRouter({ context, keeper, onReceived: metrics.countLeads }));
  app.use('/intake', webhookRouter({ context, keeper, settings, onReceived: metrics.countLeads }));
  app.use(refuseUnknownPath);
  app.use(answerProblem({ log, newId: context.newId }));
  return app;
}

function mountSlack(
  app: Express,
  slack: RequestHandler,
  { door, keeper }: { door: SlackDoor | undefined; keeper: DoorKeeper },
): void {
  const path = '/slack/events';
  const way = keeper.at('slack', { isGuessable: false, isBlind: false });
  if (door) app.post(path, way.before, ...door.check, way.failed);
  app.use(slack).all(path, refuseOthersThan('POST'));
}

function setHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.set({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  next();
}

/** `/api/*`: for CRMs, forms and scripts that hold the INTAKE_TOKEN. */
import { type Request, type Response, Router } from 'express';
import type { Context } from '../../usecases/context.ts';
import type { DoorKeeper } from '../doors/door-keeper.ts';
import { refuseOthersThan } from '../only-methods.ts';
import { ProblemError } from '../problem.ts';
import { deliveryOf } from './delivery.ts';
import { getLead } from './get-lead.ts';
import { getScorecard } from './get-scorecard.ts';
import { bytesOf, jsonBody, jsonOf } from './json-body.ts';
import { postLeads } from './leads.ts';
import { getOpenApi } from './openapi.ts';
import { postOutcomes } from './outcomes.ts';
import type { ApiRoute } from './route.ts';
import { deleteSpend, getSpend, postSpend } from './spend.ts';
import { requireToken } from './token.ts';

export interface ApiOptions {
  context: Context;
  /** Null: the API is off. */
  token: string | null;
  keeper: DoorKeeper;
  /** Told of every lead that was taken in, news or not. */
  onReceived: (leads: readonly { duplicate: boolean }[]) => void;
}

export function apiRouter(options: ApiOptions): Router {
  const router = Router();
  const way = options.keeper.at('api', { isGuessable: true, isBlind: false });
  if (options.token === null) {
    router.use(refuseAll, way.failed);
    return router;
  }
  router.use(way.before, requireToken(options.token), (request, _response, next) => {
    way.admit(request);
    next();
  });
  const routes = apiRoutes(options);
  for (const route of routes) mount(router, route, options.context);
  for (const path of new Set(routes.map((route) => route.path)))
    router.all(path, refuseOthersThan(...methodsOf(path, routes)));
  router.use(way.failed);
  return router;
}

function refuseAll(): never {
  throw new ProblemError(404, 'The API is off: set INTAKE_TOKEN to turn it on', {}, { reason: 'off' });
}

function apiRoutes({ context, onReceived }: ApiOptions): ApiRoute[] {
  const takes = [postLeads(context, onReceived), postOutcomes(context), postSpend(context)];
  const routes = [...takes, getLead, getScorecard, getSpend, deleteSpend];
  return [...routes, getOpenApi(routes)];
}

function mount(router: Router, route: ApiRoute, context: Context): void {
  const handle = async (request: Request, response: Response) => {
    const bytes = bytesOf(request);
    const answer = await route.handle({
      context,
      params: request.params as Record<string, string>,
      query: queryOf(request),
      delivery: route.request ? deliveryOf(request, route.path, bytes) : null,
      body: route.request ? jsonOf(bytes) : null,
    });
    response.status(answer.status).json(answer.body);
  };
  router[route.method](route.path, ...(route.request ? jsonBody : []), handle);
}

function queryOf({ query }: Request): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

function methodsOf(path: string, routes: readonly ApiRoute[]): string[] {
  return routes.filter((route) => route.path === path).map((route) => route.method.toUpperCase());
}

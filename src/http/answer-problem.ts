/** The one place where HTTP requests end that went wrong, Express' own errors included. */
import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import { coerceError } from '../errors.ts';
import { type Problem, ProblemError, problem, problemOf } from '../intake/problem.ts';
import type { Logger } from '../logger.ts';

export function refuseUnknownPath(): never {
  throw new ProblemError(404, 'There is nothing at this address');
}

export function answerProblem({
  log,
  newId,
}: {
  log: Logger;
  newId: (kind: string) => string;
}): ErrorRequestHandler {
  // Express knows a handler of errors by its four parameters.
  return (thrown: unknown, request: Request, response: Response, _next: NextFunction) => {
    const error = coerceError(thrown);
    // Half an answer cannot be mended. Not left to Express, which would print the error as it is.
    if (response.headersSent) return cutOff(log, request, error);
    const expected = problemOf(error);
    if (expected) return send(response.set(expected.headers), expected.problem);
    const reference = newId('incident');
    log.error({ reference, ...placeOf(request), err: error }, 'a request failed');
    const detail = 'Something went wrong here. The log says more under the reference.';
    send(response, { ...problem(500, detail), reference });
  };
}

function cutOff(log: Logger, request: Request, err: Error): void {
  log.error({ ...placeOf(request), err }, 'an answer broke off');
  request.socket.destroy();
}

function placeOf({ method, route }: Request): { method: string; route?: string } {
  return route ? { method, route: String(route.path) } : { method };
}

function send(response: Response, body: Problem): void {
  response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
}

import type { Request, RequestHandler } from 'express';
import { ProblemError } from './problem.ts';

/** After all the others of a path: whoever comes this far came with a method that it does not know. */
export function refuseOthersThan(...methods: readonly string[]): RequestHandler {
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : method)).join(', ');
  return ({ method }: Request) => {
    throw new ProblemError(405, `${method} is not possible here, only ${allow}`, { allow });
  };
}

import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { requireJson } from '../api/json-body.ts';
import { ProblemError } from '../problem.ts';

/** The body byte for byte, because that is what is signed: so not unpacked either. */
export function rawBody(limit: number): RequestHandler[] {
  return [requireJson, ...rawBytes(limit)];
}

/** Of any type. */
export function rawBytes(limit: number): RequestHandler[] {
  const read = express.raw({ type: () => true, limit, inflate: false });
  const refuse = (request: Request, response: Response, next: NextFunction) =>
    read(request, response, (thrown?: unknown) => next(inWords(thrown, limit)));
  return [refuse];
}

function inWords(thrown: unknown, limit: number): unknown {
  const status = (thrown as { status?: unknown } | undefined)?.status;
  if (status === 413) return new ProblemError(413, `The body is larger than ${limit / 1024} KiB`);
  if (status === 415) return new ProblemError(415, 'Send the body as it was signed, without compression');
  return thrown;
}

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
  return [
    (request: Request, response: Response, next: NextFunction) =>
      read(request, response, (thrown?: unknown) =>
        next(statusOf(thrown) === 415 ? packedAndSigned() : inWords(thrown, limit)),
      ),
  ];
}

function packedAndSigned(): ProblemError {
  return new ProblemError(415, 'Send the body as it was signed, without compression');
}

/** The same, unpacked where it was packed for the way: the limit is that of the whole. */
export function wholeBytes(limit: number): RequestHandler {
  const read = express.raw({ type: () => true, limit });
  return (request: Request, response: Response, next: NextFunction) =>
    read(request, response, (thrown?: unknown) => next(inWords(thrown, limit)));
}

function inWords(thrown: unknown, limit: number): unknown {
  return statusOf(thrown) === 413
    ? new ProblemError(413, `The body is larger than ${limit / 1024} KiB`)
    : thrown;
}

function statusOf(thrown: unknown): unknown {
  return (thrown as { status?: unknown } | undefined)?.status;
}

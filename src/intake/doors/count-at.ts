import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from 'express';
import type { Door, RefusedFor } from '../../domain/delivery/door.ts';
import { AppError } from '../../errors.ts';
import { ProblemError } from '../problem.ts';
import type { DoorCounts } from './door-counts.ts';

/** What was done is counted as accepted. */
export function countAccepted(door: Door, doors: DoorCounts): RequestHandler {
  return (_request: Request, response: Response, next: NextFunction) => {
    response.once('finish', () => {
      if (response.statusCode < 400) doors.count(door, 'accepted');
    });
    next();
  };
}

/** Behind the handlers of a door. `isBlind`: its senders read no answer, so that also what they must mend is counted. */
export function countRefused(
  door: Door,
  doors: DoorCounts,
  { isBlind }: { isBlind: boolean },
): ErrorRequestHandler {
  // Express knows a handler of errors by its four parameters.
  return (thrown: unknown, _request: Request, _response: Response, next: NextFunction) => {
    const reason = reasonOf(thrown) ?? (isBlind && isMisunderstood(thrown) ? 'not_understood' : null);
    if (reason !== null) doors.count(door, reason);
    next(thrown);
  };
}

function reasonOf(thrown: unknown): RefusedFor | null {
  if (thrown instanceof ProblemError && thrown.refusedFor) return thrown.refusedFor;
  const isTooLarge = thrown instanceof AppError ? thrown.kind === 'too_large' : statusOf(thrown) === 413;
  return isTooLarge ? 'too_large' : null;
}

function isMisunderstood(thrown: unknown): boolean {
  return thrown instanceof AppError ? thrown.kind === 'invalid' : statusOf(thrown) === 400;
}

function statusOf(thrown: unknown): unknown {
  return (thrown as { status?: unknown } | null)?.status;
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemError } from '../problem.ts';

/** Only whoever knows the token. Hashes are compared, since they have one length and tell nothing by their timing. */
export function requireToken(token: string): RequestHandler {
  const expected = digest(token);
  return (request: Request, _response: Response, next: NextFunction) => {
    const given = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return next();
    const headers = { 'www-authenticate': 'Bearer realm="tango"' };
    if (given !== undefined)
      throw new ProblemError(401, 'The token is wrong', headers, { reason: 'wrong_secret' });
    throw new ProblemError(401, 'Send Authorization: Bearer and the INTAKE_TOKEN', headers, {
      reason: 'unsigned',
    });
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

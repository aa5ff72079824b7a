import { createHash, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { cleanPasted } from '../../reading/text.ts';
import { ProblemError } from '../problem.ts';

/** Only whoever knows the token. Hashes are compared, since they have one length and tell nothing by their timing. */
export function requireToken(token: string): RequestHandler {
  const expected = digest(token);
  return (request: Request, _response: Response, next: NextFunction) => {
    const given = tokensOf(request.get('authorization') ?? '');
    if (given.some((token) => timingSafeEqual(digest(token), expected))) return next();
    const headers = { 'www-authenticate': 'Bearer realm="tango"' };
    if (given.length > 0)
      throw new ProblemError(401, 'The token is wrong', headers, { reason: 'wrong_secret' });
    throw new ProblemError(401, 'Send Authorization: Bearer and the INTAKE_TOKEN', headers, {
      reason: 'unsigned',
    });
  };
}

/**
 * What was pasted into a tool's field comes with what nobody sees, in quotes, or with a second "Bearer" where the tool writes the first itself.
 * Node shows the bytes of a header as Latin-1, while tools write UTF-8. Empty: no token was sent in this way.
 */
function tokensOf(header: string): string[] {
  const decoded = Buffer.from(header, 'latin1').toString();
  let pasted = BEARER.exec(decoded.includes('\ufffd') ? header : decoded)?.[1];
  const found: string[] = [];
  while (pasted !== undefined) {
    const token = cleanPasted(pasted);
    found.push(token, token.replaceAll(QUOTES, ''));
    pasted = BEARER.exec(pasted)?.[1];
  }
  return found.filter((token) => token !== '' && !/^bearer$/i.test(token));
}

const BEARER = /^\P{L}*Bearer\s+(.*)$/isu;
const QUOTES = /^["'`“”„‘’«»<\s]+|["'`“”‘’«»>\s]+$/g;

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import type { Request, RequestHandler, Response } from 'express';
import { cleanPasted } from '../../reading/text.ts';
import { ProblemError } from '../problem.ts';
import { assertSame } from './signature.ts';

/** Meta asks once, when the webhook is set up, whether the address is ours: whoever knows the token gets the challenge back. */
export function verifySubscription(token: string | undefined): RequestHandler {
  return ({ query }: Request, response: Response) => {
    if (token === undefined)
      throw new ProblemError(404, 'This way in is off: set META_VERIFY_TOKEN to turn it on');
    const challenge = query['hub.challenge'];
    if (query['hub.mode'] !== 'subscribe' || typeof challenge !== 'string')
      throw new ProblemError(400, 'Meta asks with hub.mode=subscribe and hub.challenge');
    const given = query['hub.verify_token'];
    assertSame(typeof given === 'string' ? cleanPasted(given) : undefined, token, 'hub.verify_token');
    response.type('text/plain').send(challenge);
  };
}

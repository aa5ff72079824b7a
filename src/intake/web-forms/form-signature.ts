/** The signature that a form may ask for: of the body alone, or of the body with the time, which cannot be sent again later. */
import type { Request } from 'express';
import { MINUTE, SECOND } from '../../domain/time/duration.ts';
import { ProblemError } from '../problem.ts';
import { assertRecent, assertSame, hmac } from '../webhooks/signature.ts';

interface Signed {
  secret: string;
  body: Buffer;
  now: number;
}

/** Far more than two clocks differ, and long enough for a tool that is in no hurry. */
const WINDOW = 5 * MINUTE;

/**
 * `X-Tango-Signature: t=SECONDS,v1=HEX` of "SECONDS.body", or `sha256=HEX` of the body, which many tools send as `X-Hub-Signature-256`. Refuses what is not
 * signed with the secret, or not now. True: a time was signed as well.
 */
export function assertFormSigned(request: Pick<Request, 'get'>, { secret, body, now }: Signed): boolean {
  const given = request.get('x-tango-signature') ?? request.get('x-hub-signature-256');
  if (!given?.trim()) throw notSigned('This form asks for a signature: X-Tango-Signature is missing');
  const parts = new Map(given.split(',').map((part) => partOf(part)));
  const [time, timed, plain] = ['t', 'v1', 'sha256'].map((name) => parts.get(name));
  if (time !== undefined && timed !== undefined) {
    assertSame(timed.toLowerCase(), hmac(secret, [`${time}.`, body], 'hex'));
    assertRecent(/^\d{1,12}$/.test(time) ? Number(time) * SECOND : Number.NaN, now, WINDOW);
    return true;
  }
  if (plain === undefined)
    throw notSigned('X-Tango-Signature must be t=SECONDS,v1=HEX or sha256=HEX (docs/your-forms.md)');
  assertSame(plain.toLowerCase(), hmac(secret, [body], 'hex'));
  return false;
}

function partOf(text: string): [name: string, value: string] {
  const [name = '', ...rest] = text.split('=');
  return [name.trim().toLowerCase(), rest.join('=').trim()];
}

/** Who has the address means well: managers hear of it. */
function notSigned(detail: string): ProblemError {
  return new ProblemError(401, detail, {}, { reason: 'wrong_secret' });
}

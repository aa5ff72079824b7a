import { createHash } from 'node:crypto';
import { MINUTE } from '../../../domain/time/duration.ts';
import { assertRecent, assertSame, hmac, notAuthentic } from '../signature.ts';
import type { SignedRequest } from '../vendor.ts';

/**
 * The newest of the three schemes that the request bears. The older two name no time; an app that sends only them has no other, and
 * what they let be replayed is an id that is known already.
 */
export function assertHubspot(request: SignedRequest, secret: string): void {
  const { header, now } = request;
  const newest = header('x-hubspot-signature-v3');
  if (newest !== undefined) {
    const timestamp = header('x-hubspot-request-timestamp') ?? '';
    assertSame(newest, signatureV3(request, timestamp, secret));
    assertRecent(Number(timestamp || Number.NaN), now, 5 * MINUTE);
    return;
  }
  assertSame(header('x-hubspot-signature'), olderSignature(request, secret));
}

function signatureV3({ method, uri, body }: SignedRequest, timestamp: string, secret: string): string {
  return hmac(secret, [method, decoded(uri), body, timestamp], 'base64');
}

function olderSignature({ header, method, uri, body }: SignedRequest, secret: string): string {
  const hash = createHash('sha256').update(secret);
  switch (header('x-hubspot-signature-version')) {
    case 'v1':
      return hash.update(body).digest('hex');
    case 'v2':
      return hash.update(method).update(uri).update(body).digest('hex');
    default:
      throw notAuthentic('unsigned', 'The signature is missing');
  }
}

/** HubSpot signs the address with these decoded, and no others. */
function decoded(uri: string): string {
  return uri.replaceAll(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, (code) => decodeURIComponent(code));
}

/** Where forms post to, and what is in the way. */
import type { Reach } from '../../domain/web-form/form-address.ts';

/** Null: nothing is. */
export function sayReach(reach: Reach): string | null {
  switch (reach) {
    case 'public':
      return null;
    case 'missing':
      return `PUBLIC_URL is not set, so Tango does not know where forms reach it. ${GET_ONE}`;
    case 'local':
      return `PUBLIC_URL is an address of this network, which forms on the internet cannot reach. ${GET_ONE}`;
    case 'unencrypted':
      return 'PUBLIC_URL begins with http://, so what people fill in, and the address itself, can be read on the way. Please use https://.';
    default:
      return reach satisfies never;
  }
}

const GET_ONE =
  'Slack in Socket Mode needs no public address, forms do: put a proxy or a tunnel with HTTPS before Tango’s port and set PUBLIC_URL=https://YOUR.HOST (docs/operating.md, “Behind a proxy”).';

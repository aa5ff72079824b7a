import { isDeepStrictEqual } from 'node:util';

/** Slack wants each initial option to be, field by field, one of those offered. */
export function isAmong(initial: readonly unknown[] | undefined, offered: readonly unknown[]): boolean {
  return (initial ?? []).every((one) => offered.some((other) => isDeepStrictEqual(one, other)));
}

import type { SlackFailure } from '../failures.ts';

/** Words with which Slack refuses a token, beyond those that refuse it for every call. */
const REFUSED = new Set([
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'team_access_not_granted',
]);

/** A person must mend the token; trying again at once changes nothing. */
export function isTokenRefused({ kind, code }: Pick<SlackFailure, 'kind' | 'code'>): boolean {
  return kind === 'auth' || REFUSED.has(code);
}

/** Quick first, then longer and longer, and never all processes at once. `failures` counts those in a row; chance is in [0, 1). */
export function waitAfter(
  failures: number,
  { retry }: { retry: { first: number; longest: number } },
  chance: number,
): number {
  const longest = Math.min(retry.longest, retry.first * 2 ** Math.min(failures - 1, 20));
  return Math.round(longest * (0.5 + chance / 2));
}

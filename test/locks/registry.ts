/** Everything that holds a promise while two things happen at once, or that holds back what must not be said; each with the test that misses it. */
import { CONDITIONS } from './registry/conditions.ts';
import type { Guard } from './registry/guard.ts';
import { KEYS } from './registry/keys.ts';
import { LOCKS } from './registry/locks.ts';
import { LOG } from './registry/log.ts';
import { REFUSALS } from './registry/refusals.ts';
import { SETTINGS_LOCKS } from './registry/settings-locks.ts';

export type { Guard };

export const GUARDS: readonly Guard[] = [
  ...LOCKS,
  ...SETTINGS_LOCKS,
  ...CONDITIONS,
  ...KEYS,
  ...LOG,
  ...REFUSALS,
];

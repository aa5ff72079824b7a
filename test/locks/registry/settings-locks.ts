/** Who changes the settings, or what is judged by them, does so alone. */
import type { Guard } from './guard.ts';

const USE_CASES: readonly [file: string, text: string, turnsRed: string][] = [
  ['team/change-settings.ts', ', { locksSettings: true }', 'both have their change, also of one part'],
  ['team/set-own-time.ts', ', { locksSettings: change !== null }', 'both have their leave'],
  ['team/watch-sharing.ts', ', { locksSettings: true }', 'are both known to be shared'],
  ['routing/edit-routing.ts', ', { locksSettings: true }', 'both have their routing rule'],
  [
    'reject-reason/edit-reject-reasons.ts',
    ', { locksSettings: true }',
    'do not both add a reject reason of one name',
  ],
  ['definition/propose-definition.ts', ', { locksSettings: true }', 'propose a version each'],
  [
    'definition/sign-definition.ts',
    ', { locksSettings: true }',
    'leave a definition as it counts when one signs it and the other proposes the next',
  ],
  ['definition/end-proposal.ts', ', { locksSettings: true }', 'do not both decline a definition'],
  ['goal/propose-goal.ts', ', { locksSettings: true }', 'propose a goal once'],
  ['goal/sign-goal.ts', ', { locksSettings: true }', 'do not both sign a goal for one side'],
  ['goal/end-goal.ts', ', { locksSettings: true }', 'do not both decline a goal'],
];

export const SETTINGS_LOCKS: readonly Guard[] = USE_CASES.map(([file, text, turnsRed]) => ({
  name: `two ${turnsRed}`,
  file: `src/usecases/${file}`,
  text,
  without: '',
  test: 'test/races/team.test.ts',
  turnsRed,
}));

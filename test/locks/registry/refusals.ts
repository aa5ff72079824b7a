/** Refusals that nobody but the test named here would miss. */
import type { Guard } from './guard.ts';

type Refusal = readonly [file: string, text: string, turnsRed: string, without?: string];

const THEIRS = 'a lead is not handed over to who has it already';
const REASONS = 'the list of reject reasons keeps one, with a name that a menu can show';
const RULES = 'a routing rule has people, and there are twenty at most';
const DEFINITION = 'a definition is asked of two people, signed once a side, and somewhere';
const AMOUNT = 'an amount is a number that can be counted exactly, in a currency that there is';

const KNOWN: readonly Refusal[] = [
  ['lead/assign', 'if (lead.owner === to.person) throw', THEIRS, 'if (false) throw'],
  [
    'lead/assign',
    'if (until > now + LONGEST_SNOOZE_DAYS * DAY)',
    'a lead is not put off for longer than 90 days',
  ],
  ['lead/reject', 'if (detail > latest)', 'a lead does not rest for longer than three years'],
  ['reject-reason/reason-list', 'if (inUse(list).every((used) => used.code === code))', REASONS],
  ['reject-reason/reason-list', 'if (!label.trim() || label.length > LONGEST_LABEL)', REASONS],
  ['routing/change-routing', 'if (!isKnown && routing.rules.length >= MOST_RULES)', RULES],
  ['routing/change-routing', 'if (people.length === 0)', RULES],
  ['definition/proposal', "side === 'sales' && asked.marketing === person", DEFINITION, 'false'],
  ['team/change-settings', 'if (!TIME.test(from))', 'the settings have %s'],
  ['team/change-settings', 'if (!TIME.test(scorecardAt.time))', 'the settings have %s'],
  ['team/change-settings', 'if (daysOff.length > MOST_DAYS_OFF)', 'the settings have %s'],
  ['money/money', 'if (!Number.isSafeInteger(minor))', AMOUNT],
];

export const REFUSALS: readonly Guard[] = KNOWN.map(([file, text, turnsRed, without = 'if (false)']) => ({
  name: `${turnsRed}: ${text}`,
  ...{ file: `src/domain/${file}.ts`, text, without, turnsRed },
  test: `test/domain/${file}.test.ts`,
}));

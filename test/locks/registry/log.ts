/** What keeps the people whom leads are about out of the log. */
import type { Guard } from './guard.ts';

const LOGGER = 'test/logger.test.ts';
const SAFE_ERROR = 'test/log/safe-error.test.ts';

export const LOG: readonly Guard[] = [
  {
    name: 'a field that is not on the list is not printed',
    file: 'src/log/fields.ts',
    text: 'if (passed === undefined) dropped.push(printableName(name));',
    without: 'if (passed === undefined) safe[name] = (fields as Record<string, unknown>)[name];',
    test: LOGGER,
    turnsRed: 'drops all others, at every depth, and says which',
  },
  {
    name: 'a field on the list is printed in its own shape only',
    file: 'src/log/fields.ts',
    text: 'isKnown(name) ? SHAPES[name](value) : undefined',
    without: 'isKnown(name) ? value : undefined',
    test: LOGGER,
    turnsRed: 'drops a field that it knows when the value is not what it should be',
  },
  {
    name: 'the name of a dropped field is not printed where it may be data',
    file: 'src/log/fields.ts',
    text: "return /^[a-z][A-Za-z0-9_]{0,30}$/.test(name) ? name : '(odd name)';",
    without: 'return name;',
    test: LOGGER,
    turnsRed: 'reads no value whose name it does not know, and outlives a getter that throws',
  },
  {
    name: 'a long text is no code and no word',
    file: 'src/log/shapes.ts',
    text: ' && value.length <= 100',
    without: '',
    test: LOGGER,
    turnsRed: 'drops a field that it knows when the value is not what it should be',
  },
  {
    name: 'what Slack quotes of a message is not printed',
    file: 'src/log/shapes.ts',
    text: 'details.flatMap((detail) => PLACE.exec(detail)?.[1] ?? (SCOPE.test(detail) ? detail : []))',
    without: 'details',
    test: LOGGER,
    turnsRed: 'says of a failure at Slack where in our blocks it was, and not what Slack quotes',
  },
  {
    name: 'the message of an error is not printed',
    file: 'src/log/safe-error.ts',
    text: '[...OWN_REASONS, ...NATIVE_REASONS].find((words) => message.includes(words))',
    without: 'message',
    test: SAFE_ERROR,
    turnsRed: 'says a reason that is known, and nothing else of its message',
  },
  {
    name: 'no line of a message is printed as a frame',
    file: 'src/log/safe-error.ts',
    text: "  if (rest !== '') return [];\n",
    without: '',
    test: SAFE_ERROR,
    turnsRed: 'shows no line of a message as a frame, even one that looks like it',
  },
  {
    name: 'of an issue of zod its code is printed and not its path',
    file: 'src/log/safe-error.ts',
    text: "identifier(read(issue, 'code')) ?? []",
    without: 'JSON.stringify(issue)',
    test: SAFE_ERROR,
    turnsRed: 'of zod says which rules were broken',
  },
];

import { expect, it } from 'vitest';
import { isTouched } from '../../../src/domain/import/import.ts';
import { NEW_LIFE } from '../../../src/domain/lead/lead.ts';
import type { PastMove } from '../../../src/domain/lead/undo.ts';
import { ANA } from '../../support/people.ts';

const event = (kind: string, actor: string, isMove = true) =>
  ({ kind, actor, at: 0, data: {}, before: isMove ? NEW_LIFE : null }) as unknown as PastMove;

const RECEIVED = event('received', 'import', false);

it.each([
  ['nothing has happened', [], false],
  ['it was somebody’s turn', [event('assigned', 'tango')], false],
  ['it was found to have come back', [event('came_back', 'tango', false)], false],
  ['somebody has claimed it', [event('claimed', ANA)], true],
  ['somebody has claimed it and undone that', [event('claimed', ANA), event('undone', ANA)], true],
  ['a manager has assigned it', [event('assigned', ANA)], true],
  ['the CRM says won', [event('won', 'api')], true],
  ['a file said won, and was taken back', [event('won', 'import'), event('undone', ANA)], false],
  ['the vendor has changed it', [event('changed_there', 'tango', false)], true],
])('a lead of which %s', (_, history, expected) => {
  expect(isTouched([RECEIVED, ...history])).toBe(expected);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkView } from '../../../emulator/validation/index.ts';
import { home, inputOf, letters, modal, option, plain, section, times } from './samples.ts';

const messages = (view: unknown, surface: 'modal' | 'home' = 'modal') =>
  checkView(view, surface).map((problem) => problem.message);
const pointers = (view: unknown, surface: 'modal' | 'home' = 'modal') =>
  checkView(view, surface).map((problem) => problem.pointer);

describe('a modal', () => {
  test('has a title, blocks and a kind', () => {
    expect(messages({})).toEqual([
      'missing required field: type [json-pointer:/view]',
      'missing required field: blocks [json-pointer:/view]',
      'missing required field: title [json-pointer:/view]',
    ]);
    expect(messages('modal')).toEqual(['must provide an object [json-pointer:/view]']);
  });

  test.each(['title', 'submit', 'close'])('has a %s of 24 characters', (field) => {
    expect(pointers(modal([section()], { [field]: plain(letters(24)) }))).toEqual([]);
    expect(pointers(modal([section()], { [field]: plain(letters(25)) }))).toEqual([`/view/${field}/text`]);
    expect(pointers(modal([section()], { [field]: plain('') }))).toEqual([`/view/${field}/text`]);
  });

  test('has private metadata of 3,000 characters and ids of 255', () => {
    expect(
      pointers(modal([section()], { private_metadata: letters(3000), callback_id: letters(255) })),
    ).toEqual([]);
    expect(pointers(modal([section()], { private_metadata: letters(3001) }))).toEqual([
      '/view/private_metadata',
    ]);
    expect(pointers(modal([section()], { callback_id: letters(256) }))).toEqual(['/view/callback_id']);
    expect(pointers(modal([section()], { external_id: letters(256) }))).toEqual(['/view/external_id']);
  });

  test('has 1 to 100 blocks', () => {
    expect(pointers(modal(times(100, () => section())))).toEqual([]);
    expect(messages(modal(times(101, () => section())))).toEqual([
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ]);
    expect(messages(modal([]))).toEqual(['no fewer than 1 items allowed [json-pointer:/view/blocks]']);
  });

  test('has a submit button if there is anything to submit', () => {
    const { submit: _, ...silent } = modal([inputOf({ type: 'plain_text_input' })]);
    expect(messages(silent)).toEqual([
      'missing required field: submit, as there are input blocks [json-pointer:/view]',
    ]);
    expect(messages({ ...silent, blocks: [section()] })).toEqual([]);
  });

  test('has no key that Slack does not know', () => {
    expect(messages(modal([section()], { submit_disabled: true }))).toEqual([
      'invalid additional property: submit_disabled [json-pointer:/view]',
    ]);
  });

  test('is at most 250 KB', () => {
    const select = {
      type: 'static_select',
      options: times(100, (n) => ({ ...option(n), description: plain(letters(75)) })),
    };
    const problems = checkView(modal(times(20, () => inputOf(select))), 'modal');
    expect(problems.map((problem) => problem.code)).toEqual(['view_too_large']);
  });

  test('has block ids of its own', () => {
    const note = { ...inputOf({ type: 'plain_text_input', action_id: 'value' }), block_id: 'note' };
    expect(pointers(modal([note, { ...note, block_id: 'why' }]))).toEqual([]);
    expect(pointers(modal([note, note]))).toEqual(['/view/blocks/1/block_id']);
  });
});

describe('a home', () => {
  test('has blocks and no title', () => {
    expect(messages(home([section()]), 'home')).toEqual([]);
    expect(messages(home([section()], { title: plain() }), 'home')).toEqual([
      'invalid additional property: title [json-pointer:/view]',
    ]);
    expect(pointers(home(times(101, () => section())), 'home')).toEqual(['/view/blocks']);
  });

  test('is not a modal', () => {
    expect(pointers(modal([section()]), 'home')).toContain('/view/type');
    expect(pointers(home([section()]), 'modal')).toContain('/view/type');
  });
});

test('whatever it is sent, it answers with problems and never breaks', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (view, blocks) => {
      expect(checkView(view, 'modal').length).toBeGreaterThan(0);
      expect(Array.isArray(checkView(modal([blocks]), 'modal'))).toBe(true);
    }),
  );
});

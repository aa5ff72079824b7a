import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage } from '../../../emulator/validation/index.ts';
import {
  actions,
  actionsOf,
  barChart,
  button,
  dataTable,
  letters,
  section,
  table,
  times,
} from './samples.ts';

const codes = (message: Parameters<typeof checkMessage>[0]) =>
  checkMessage(message).map((problem) => problem.code);
const pointers = (blocks: unknown[]) => checkMessage({ blocks }).map((problem) => problem.pointer);
const metadata = (id: string) => ({ event_type: 'tango_outbox', event_payload: { outbox_id: id } });

describe('the message as a whole', () => {
  test('needs words or blocks', () => {
    expect(codes({})).toEqual(['no_text']);
    expect(codes({ text: '', blocks: [] })).toEqual(['no_text']);
    expect(codes({ text: 'Ana claimed it' })).toEqual([]);
    expect(codes({ blocks: [section()] })).toEqual([]);
    expect(codes({ text: 'Ana claimed it', blocks: [] })).toEqual([]);
    expect(codes({ markdown_text: '**Ana**' })).toEqual([]);
  });

  test('has markdown_text alone or not at all', () => {
    expect(codes({ markdown_text: 'a', text: 'a' })).toEqual(['markdown_text_conflict']);
    expect(codes({ markdown_text: 'a', blocks: [section()] })).toEqual(['markdown_text_conflict']);
  });

  test('is not too long', () => {
    expect(codes({ text: letters(40_000) })).toEqual([]);
    expect(codes({ text: letters(40_001) })).toEqual(['msg_too_long']);
    expect(codes({ markdown_text: letters(12_001) })).toEqual(['msg_too_long']);
  });

  test('has at most 50 blocks', () => {
    expect(checkMessage({ blocks: times(50, () => section()) })).toEqual([]);
    expect(checkMessage({ blocks: times(51, () => section()) })).toEqual([
      {
        code: 'invalid_blocks',
        message: 'no more than 50 items allowed [json-pointer:/blocks]',
        pointer: '/blocks',
      },
    ]);
  });

  test('has blocks in a list', () => {
    expect(codes({ text: 'a', blocks: '[' })).toEqual(['invalid_blocks_format']);
    expect(codes({ text: 'a', blocks: { type: 'section' } })).toEqual(['invalid_blocks_format']);
  });

  test('has blocks of 12,000 characters together, tables apart', () => {
    const full = times(4, () => section(letters(3000)));
    expect(codes({ blocks: full })).toEqual([]);
    expect(codes({ blocks: [...full, section('a')] })).toEqual(['msg_blocks_too_long']);
    expect(codes({ blocks: [...full, table(), dataTable()] })).toEqual([]);
  });

  test('carries metadata that is small and well formed', () => {
    expect(codes({ text: 'a', metadata: metadata('o1') })).toEqual([]);
    expect(codes({ text: 'a', metadata: metadata(letters(1000)) })).toEqual(['metadata_too_large']);
    expect(codes({ text: 'a', metadata: { event_type: 'tango_outbox' } })).toEqual([
      'invalid_metadata_format',
    ]);
    expect(codes({ text: 'a', metadata: 'tango' })).toEqual(['invalid_metadata_format']);
  });
});

describe('across its blocks', () => {
  test('a block_id is given once', () => {
    const divider = { type: 'divider', block_id: 'b' };
    expect(pointers([divider, section(), divider])).toEqual(['/blocks/2/block_id']);
  });

  test('an action_id is given once in a block, but may return in another', () => {
    const claim = button({ action_id: 'claim' });
    expect(pointers([actions(claim), actions(claim)])).toEqual([]);
    expect(checkMessage({ blocks: [actions(claim, button({ action_id: 'reject' }), claim)] })).toEqual([
      {
        code: 'invalid_blocks',
        message:
          '`action_id` "claim" already exists for another element [json-pointer:/blocks/0/elements/2/action_id]',
        pointer: '/blocks/0/elements/2/action_id',
      },
    ]);
  });

  test('there are two charts at most', () => {
    expect(pointers([barChart(), barChart()])).toEqual([]);
    expect(pointers([barChart(), barChart(), barChart()])).toEqual(['/blocks']);
  });

  test('there is one table', () => {
    expect(pointers([table(), table()])).toEqual(['/blocks/1']);
  });

  test('a table holds 10,000 characters, all data tables 20,000', () => {
    // One row of a sample table has 2 characters besides its text, a data table's header 6.
    expect(pointers([table(letters(9998))])).toEqual([]);
    expect(pointers([table(letters(9999))])).toEqual(['/blocks']);
    expect(pointers([dataTable(letters(9994)), dataTable(letters(9994))])).toEqual([]);
    expect(pointers([dataTable(letters(9994)), dataTable(letters(9995))])).toEqual(['/blocks']);
  });

  test('one element at most takes the focus', () => {
    const focused = { type: 'datepicker', focus_on_load: true };
    expect(pointers([actionsOf(focused)])).toEqual([]);
    expect(pointers([actionsOf(focused), actionsOf(focused)])).toEqual([
      '/blocks/1/elements/0/focus_on_load',
    ]);
  });
});

test('whatever it is sent, it answers with problems and never breaks', () => {
  const json = fc.jsonValue({ maxDepth: 6 });
  const near = fc.record(
    {
      type: fc.constantFrom('section', 'actions', 'table', 'input', 'data_visualization', 'rich_text'),
      text: json,
      elements: json,
      rows: json,
      element: json,
      chart: json,
    },
    { requiredKeys: ['type'] },
  );
  fc.assert(
    fc.property(fc.oneof(json, fc.array(near)), json, (blocks, meta) => {
      for (const { pointer, message } of checkMessage({ text: 'a', blocks, metadata: meta })) {
        expect(message.endsWith(`[json-pointer:${pointer}]`)).toBe(true);
      }
    }),
  );
});

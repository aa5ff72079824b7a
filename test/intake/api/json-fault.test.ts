import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../../src/intake/api/json-fault.ts';

describe('where a text stops being JSON', () => {
  it.each([
    ['', 1, 1],
    ['{"a":x}', 1, 6],
    ['[1,]', 1, 4],
    ['{"a":1,}', 1, 8],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['[1] 2', 1, 5],
    ["{'a':1}", 1, 2],
    ['{"a":1]', 1, 7],
    ['[1,\n2,\n\n  tru]', 4, 3],
    ['{"a"', 1, 5],
    ['"a\nb"', 1, 1],
  ])('%j', (text, line, column) => {
    expect(jsonFault(text)).toEqual({ line, column });
  });

  it('is the end for what is JSON, and never before the place at which one character was broken', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, place) => {
        expect(jsonFault(json)).toEqual({ line: 1, column: json.length + 1 });
        const cut = json.slice(0, place % json.length);
        if (isJson(cut)) return;
        expect(jsonFault(`${cut}\u0000`).column).toBeLessThanOrEqual(cut.length + 1);
      }),
    );
  });

  it('is found in a megabyte of brackets', () => {
    expect(jsonFault('['.repeat(1_000_000))).toEqual({ line: 1, column: 1_000_001 });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

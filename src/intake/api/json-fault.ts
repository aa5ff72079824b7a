/** Where a text stops being JSON. V8 says so in some of its messages only, and quotes the text in others. */
export function jsonFault(text: string): { line: number; column: number } {
  const lines = text.slice(0, faultOffset(text)).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

type Token = '{' | '}' | '[' | ']' | ',' | ':' | 'key or text' | 'scalar';
type Wanted = 'value' | 'item or ]' | 'key' | 'key or }' | ':' | ', or }' | ', or ]' | 'end';

const VALUE = { '{': 'key or }', '[': 'item or ]', 'key or text': 'done', scalar: 'done' } as const;

/** What may come, and what is wanted after it; `done`: a value is complete. */
const GRAMMAR: Record<Wanted, Partial<Record<Token, Wanted | 'done'>>> = {
  value: VALUE,
  'item or ]': { ...VALUE, ']': 'done' },
  key: { 'key or text': ':' },
  'key or }': { 'key or text': ':', '}': 'done' },
  ':': { ':': 'value' },
  ', or }': { ',': 'key', '}': 'done' },
  ', or ]': { ',': 'value', ']': 'done' },
  end: {},
};

/** With a stack of our own: a body may be nested deeper than the call stack. */
function faultOffset(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let offset = skipSpace(text, 0);
  for (;;) {
    const found = readToken(text, offset);
    if (!found) return offset;
    const next: Wanted | 'done' | undefined = GRAMMAR[wanted][found.token];
    if (!next) return offset;
    if (found.token === '{' || found.token === '[') open.push(found.token);
    if (found.token === '}' || found.token === ']') open.pop();
    wanted = next === 'done' ? afterValue(open.at(-1)) : next;
    offset = skipSpace(text, found.end);
  }
}

function afterValue(inside: string | undefined): Wanted {
  if (inside === undefined) return 'end';
  return inside === '{' ? ', or }' : ', or ]';
}

const MARK = /[{}[\],:]/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function readToken(text: string, offset: number): { token: Token; end: number } | null {
  const mark = match(MARK, text, offset);
  if (mark) return { token: mark as Token, end: offset + 1 };
  const string = match(STRING, text, offset);
  if (string) return { token: 'key or text', end: offset + string.length };
  const scalar = match(SCALAR, text, offset);
  return scalar ? { token: 'scalar', end: offset + scalar.length } : null;
}

function skipSpace(text: string, offset: number): number {
  return offset + (match(/[ \t\r\n]*/y, text, offset)?.length ?? 0);
}

function match(pattern: RegExp, text: string, offset: number): string | null {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? null;
}

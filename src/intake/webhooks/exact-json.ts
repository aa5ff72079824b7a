import { jsonOf } from '../api/json-body.ts';
import { ProblemError } from '../problem.ts';

/** Ids of seventeen digits and more come as numbers, which JavaScript rounds: such are kept as the text that was sent. */
export function exactJsonOf(bytes: Buffer): unknown {
  const value = jsonOf(bytes);
  const text = bytes.toString();
  return /\d{16}/.test(text) ? parseExactly(text) : value;
}

function parseExactly(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits);
  } catch (thrown) {
    // The parser itself counts no depth, but a reviver is called by recursion.
    if (thrown instanceof RangeError) throw new ProblemError(400, 'The body is nested too deeply');
    throw thrown;
  }
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source ?? '';
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? source : value;
}

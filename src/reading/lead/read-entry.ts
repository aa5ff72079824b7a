import type { EntryDraft } from '../../domain/lead/entry-draft.ts';
import { isToken } from '../../domain/lead/token.ts';
import { waysToReach } from '../../domain/lead/ways-to-reach.ts';
import { cleanProse } from '../text.ts';
import { arrivedAt, type Reader } from './arrival.ts';
import { labelledLines } from './labelled-lines.ts';
import { readLabelled } from './read-message.ts';

/**
 * "Dana Whitfield, Harbour Hotels, dana@harbour.example, wants a demo": commas between the parts. How to reach them is found wherever it
 * stands, also without a comma; of the rest the first is the name, the second the company, and what follows is what they said.
 */
export function readEntry(words: string, reader?: Reader): EntryDraft {
  const text = cleanProse(words);
  // "Name: Dana Whitfield, Firma: Harbour Hotels": as a form writes it.
  const lines = labelledLines(whole(partsOf(text), reader));
  if (lines.answers.length > 1) return readLabelled(lines, reader);
  const { email, phone } = waysToReach(text);
  const ways = [email, phone].filter((way) => way !== null);
  const parts = partsOf(text).flatMap((part) => {
    const rest = without(ways, part);
    // A sentence about a number is something that they said, and keeps it.
    return isSentence(part, rest) ? [part] : rest;
  });
  const said = parts.map((part) => part.trim()).filter(Boolean);
  const [name, company, ...message] = said.filter((part) => !isToken(part));
  return {
    name: name ?? null,
    company: company ?? null,
    reach: ways.sort((a, b) => text.indexOf(a) - text.indexOf(b)).join(', ') || null,
    message: [...message, ...said.filter(isToken)].join(', ') || null,
  };
}

/** A comma within a number parts nothing: "1,000". */
function partsOf(text: string): string[] {
  return text.split(/(?<!\d),|,(?!\d{3}(?!\d))|[;\n、，；]/);
}

/** "Date: Nov 20, 2025, 10:30": what a comma has parted and only together is a date. */
function whole(parts: readonly string[], reader: Reader | undefined): string[] {
  if (!reader) return [...parts];
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const together = `${last},${part}`;
    if (last !== undefined && isDate(together, reader)) joined[joined.length - 1] = together;
    else joined.push(part);
  }
  return joined;
}

function isDate(labelled: string, reader: Reader): boolean {
  const [, value] = /^[^:：=]{1,80}[:：=]\s*(\S.*)$/u.exec(labelled) ?? [];
  return value !== undefined && arrivedAt(value, reader) !== null;
}

const LABEL = /^\s*(?:call|tel|phone|mobile|mail|e-?mail|at|reach)?\s*[.:]?\s*$/i;

/** What stands before, between and behind the ways to reach. */
function without(ways: readonly string[], part: string): string[] {
  const pieces = ways.reduce((rest, way) => rest.flatMap((piece) => piece.split(way)), [part]);
  return pieces.length === 1 ? pieces : pieces.filter((piece) => !LABEL.test(piece));
}

function isSentence(part: string, [first = '', ...others]: readonly string[]): boolean {
  return (
    /^\s*(?:call|ring|mail|write|reach)\b/i.test(part) &&
    first !== part &&
    (others.length > 0 || first !== '')
  );
}

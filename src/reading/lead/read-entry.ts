import type { EntryDraft } from '../../domain/lead/entry-draft.ts';
import { waysToReach } from '../../domain/lead/ways-to-reach.ts';
import { cleanProse } from '../text.ts';
import { labelledLines } from './labelled-lines.ts';
import { readMessage } from './read-message.ts';

/**
 * "Dana Whitfield, Harbour Hotels, dana@harbour.example, wants a demo": commas between the parts. How to reach them is found wherever it
 * stands, also without a comma; of the rest the first is the name, the second the company, and what follows is what they said.
 */
export function readEntry(words: string): EntryDraft {
  const text = cleanProse(words);
  // "Name: Dana Whitfield, Firma: Harbour Hotels": as a form writes it.
  const labelled = labelledLines(text.split(/[,;\n]+/));
  if (labelled.length > 1) return readMessage('', labelled);
  const { email, phone } = waysToReach(text);
  const ways = [email, phone].filter((way) => way !== null);
  const parts = text.split(/[,;\n]+/).flatMap((part) => {
    const rest = without(ways, part);
    // A sentence about a number is something that they said, and keeps it.
    return isSentence(part, rest) ? [part] : rest;
  });
  const [name, company, ...message] = parts.map((part) => part.trim()).filter(Boolean);
  return {
    name: name ?? null,
    company: company ?? null,
    reach: ways.sort((a, b) => text.indexOf(a) - text.indexOf(b)).join(', ') || null,
    message: message.join(', ') || null,
  };
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

import { meaningOf, tellsArrival } from '../words/lead-words.ts';
import type { Answer } from './sort-answers.ts';

/** A bullet, a label, a colon, and what it is about: "• Firma: Hafen GmbH", "会社名：港株式会社". */
const LABELLED = /^[\s•*·–-]*([^:：=\n]{1,80}?)\s*[:：=]\s*(\S.*)$/u;

export interface ReadLines {
  answers: Answer[];
  /** The lines, or parts, that no word for a field begins. */
  others: string[];
}

/** The lines, or parts, that a word for a field begins; what the others say is for somebody else to find out. */
export function labelledLines(lines: readonly string[]): ReadLines {
  const read: ReadLines = { answers: [], others: [] };
  for (const line of lines) {
    const [, label = '', value = ''] = LABELLED.exec(line) ?? [];
    const isField = label !== '' && (meaningOf(label) !== null || tellsArrival(label));
    if (isField) read.answers.push({ label, value: value.trim() });
    else if (line.trim() !== '') read.others.push(line.trim());
  }
  return read;
}

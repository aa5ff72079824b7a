import { meaningOf, tellsArrival } from '../words/lead-words.ts';
import type { Answer } from './sort-answers.ts';

/** Bullets, marks of a quotation and emoji, as letters or as Slack names them, say nothing of what stands behind them. */
export const ORNAMENTS = String.raw`(?:[\s•*·–>-]|:[a-z0-9_+-]+:|\p{Extended_Pictographic}\uFE0F?)*`;

/** A bullet, a label, a colon, and what it is about: "• Firma: Hafen GmbH", "会社名：港株式会社", ":memo: Name: Dana". */
const LABELLED = new RegExp(`^${ORNAMENTS}([^:：=\\n]{1,80}?)\\s*[:：=]\\s*(\\S.*)$`, 'u');
/** The same with what it is about in the next line: "Name:", "What is your e-mail?" */
const ABOVE = new RegExp(`^${ORNAMENTS}([^:：=\\n]{1,80}?)\\s*[:：?？]\\s*$`, 'u');

export interface ReadLines {
  answers: Answer[];
  /** The lines, or parts, that no word for a field begins. */
  others: string[];
}

/** The lines, or parts, that a word for a field begins; what the others say is for somebody else to find out. */
export function labelledLines(lines: readonly string[]): ReadLines {
  const read: ReadLines = { answers: [], others: [] };
  let above: { label: string; line: string } | null = null;
  for (const each of lines) {
    const line = each.trim();
    if (line === '') continue;
    const [, label = '', value = ''] = LABELLED.exec(line) ?? [];
    const [, next = ''] = ABOVE.exec(line) ?? [];
    const isBelow: boolean = above !== null && !isField(label) && !isField(next);
    if (above && isBelow) read.answers.push({ label: above.label, value: line });
    else if (above) read.others.push(above.line);
    above = isField(next) && !isField(label) ? { label: next, line } : null;
    if (isField(label)) read.answers.push({ label, value: value.trim() });
    else if (!isBelow && !above) read.others.push(line);
  }
  if (above) read.others.push(above.line);
  return read;
}

function isField(label: string): boolean {
  return label !== '' && (meaningOf(label) !== null || tellsArrival(label));
}

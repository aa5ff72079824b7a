import { meaningOf } from '../words/lead-words.ts';
import type { Answer } from './sort-answers.ts';

/** A bullet, a label, a colon, and what it is about: "• Firma: Hafen GmbH", "会社名：港株式会社". */
const LABELLED = /^[\s•*·–-]*([^:：=\n]{1,80}?)\s*[:：=]\s*(\S.*)$/u;

/** The lines, or parts, that a word for a field begins; of all others nothing is said. */
export function labelledLines(lines: readonly string[]): Answer[] {
  return lines.flatMap((line) => {
    const [, label = '', value = ''] = LABELLED.exec(line) ?? [];
    return label !== '' && meaningOf(label) ? [{ label, value: value.trim() }] : [];
  });
}

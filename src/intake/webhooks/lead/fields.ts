import { clipped } from '../../../reading/lead/sort-answers.ts';
import { cleanLine } from '../../../reading/text.ts';

/** What a lead may carry besides its own facts; the schema of leads refuses more. */
const MAX_ENTRIES = 100;
const MAX_NAME = 100;
const MAX_LENGTH = 10_000;

/** Everything else that came, under its label: long labels are cut, equal ones numbered, long texts continued in a next entry. */
export function fieldsOf(
  entries: readonly (readonly [label: string, text: string])[],
): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [label, text] of entries) {
    for (let from = 0; from < text.length && fields.size < MAX_ENTRIES; from += MAX_LENGTH) {
      fields.set(freeName(fields, label), text.slice(from, from + MAX_LENGTH).toWellFormed());
    }
  }
  return Object.fromEntries(fields);
}

function freeName(fields: ReadonlyMap<string, string>, label: string): string {
  const name = clipped(cleanLine(label.replaceAll('\0', '')) || '(no name)', MAX_NAME);
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const numbered = clipped(name, MAX_NAME - suffix.length) + suffix;
    if (!fields.has(numbered)) return numbered;
  }
}

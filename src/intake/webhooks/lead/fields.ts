import { clipped } from '../../../reading/lead/sort-answers.ts';
import { cleanLine } from '../../../reading/text.ts';

/** What a lead may carry besides its own facts; the schema of leads refuses more. */
const MAX_ENTRIES = 100;
const MAX_NAME = 100;
const MAX_LENGTH = 10_000;

type Entry = readonly [label: string, text: string];

/**
 * Everything else that came, under its label: long labels are cut, equal ones numbered, long texts continued in a next entry. Of more than a lead may carry
 * the last are kept in one text.
 */
export function fieldsOf(entries: readonly Entry[]): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [label, text] of fitting(entries.flatMap(parted))) fields.set(freeName(fields, label), text);
  return Object.fromEntries(fields);
}

function parted([label, text]: Entry): Entry[] {
  const parts: Entry[] = [];
  for (let from = 0; from < text.length; from += MAX_LENGTH)
    parts.push([label, text.slice(from, from + MAX_LENGTH).toWellFormed()]);
  return parts;
}

const OTHERS = 'Further answers';

/** What is larger than all that a lead may carry is larger than any vendor sends; how much of it is cut off is said all the same. */
function fitting(entries: Entry[]): Entry[] {
  if (entries.length <= MAX_ENTRIES) return entries;
  let alone = MAX_ENTRIES - 1;
  let packed = packedOf(entries.slice(alone));
  while (alone > 0 && alone + packed.length > MAX_ENTRIES) {
    alone = Math.max(0, alone - 10);
    packed = packedOf(entries.slice(alone));
  }
  const kept = packed.slice(0, MAX_ENTRIES - alone);
  const [label, last] = kept.at(-1) ?? [OTHERS, ''];
  const lost = packed.slice(kept.length).reduce((sum, [, text]) => sum + text.length, 0);
  const note = `… (${lost} characters more, not kept)`;
  return [
    ...entries.slice(0, alone),
    ...kept.slice(0, -1),
    [label, lost === 0 ? last : last.slice(0, MAX_LENGTH - note.length).toWellFormed() + note],
  ];
}

function packedOf(entries: readonly Entry[]): Entry[] {
  return parted([OTHERS, entries.map(([label, text]) => `${label}: ${text}`).join('\n')]);
}

function freeName(fields: ReadonlyMap<string, string>, label: string): string {
  const name = clipped(cleanLine(label.replaceAll('\0', '')) || '(no name)', MAX_NAME);
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : ` (${count})`;
    const numbered = clipped(name, MAX_NAME - suffix.length) + suffix;
    if (!fields.has(numbered)) return numbered;
  }
}

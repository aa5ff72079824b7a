/** Segments as leads name them: one, whatever the capitals, blanks, hyphens and bytes, and called as most of its leads call it. */
import { nameKey } from '../source/fold.ts';

export interface NamedSegment {
  /** As it is written. */
  segment: string;
  leads: number;
}

/** How each of these texts is called; one that was not told stands for itself. */
export function segmentNames(told: readonly NamedSegment[]): (segment: string) => string {
  const texts = new Map<string, number>();
  for (const { segment, leads } of told) texts.set(segment, (texts.get(segment) ?? 0) + leads);
  const names = new Map<string, string>();
  const inOrder = [...texts].sort(
    ([one, leads], [other, others]) => others - leads || (one < other ? -1 : 1),
  );
  for (const [text] of inOrder) {
    const key = nameKey(text);
    if (!names.has(key)) names.set(key, text.trim());
  }
  return (segment) => names.get(nameKey(segment)) ?? segment;
}

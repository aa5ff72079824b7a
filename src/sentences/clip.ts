const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cut, with an ellipsis for what is left out: `most` characters in all. What came as half a character leaves as U+FFFD. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text.toWellFormed() : `${cut(text, most - 1).trimEnd()}…`;
}

/** At most so many UTF-16 units, which is what Slack counts; ends with a whole character as people see it, marks and joined emoji included. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text.toWellFormed();
  const start = CHARACTERS.segment(text.slice(0, most + 2)).containing(most)?.index ?? most;
  // One character that is longer than all there is room for, as people make them of marks: at least no half of a code point.
  const whole = start > 0 ? text.slice(0, start) : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return whole.toWellFormed();
}

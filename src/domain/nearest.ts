/** Of words that we know, those that somebody may have meant: the nearest first; none where none is near. */
export function nearest(typed: string, known: readonly string[]): string[] {
  const text = typed.toLowerCase();
  return known
    .map((word) => ({ word, away: word.startsWith(text) ? 0 : distance(text, word.toLowerCase()) }))
    .filter(({ word, away }) => away <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.away - b.away)
    .map(({ word }) => word);
}

/** How many letters have to be put in, taken out or changed. */
export function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1];
    for (const [column, other] of [...b].entries()) {
      const changed = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}

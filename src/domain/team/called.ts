/** How other programs write whom they mean. */

/** The address in it, in small letters: alone, or beside a name; null: none, or several. */
export function addressIn(text: string): string | null {
  const [only, ...others] = text.match(/[^\s@<>()[\]"',;:]+@[^\s@<>()[\]"',;:]+\.[^\s@<>()[\]"',;:]+/g) ?? [];
  return only !== undefined && others.length === 0 ? only.toLowerCase() : null;
}

/** "Alves, Ana" is Ana Alves as well. */
export function spellingsOf(text: string): string[] {
  const [last = '', first = '', ...others] = text.split(',').map((part) => part.trim());
  return last !== '' && first !== '' && others.length === 0 ? [text, [first, last].join(' ')] : [text];
}

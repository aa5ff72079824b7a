/** Outside text, freed of what nobody sees: the same at every door, for every key. */

/** Several lines: line breaks and tabs stay. */
export function cleanProse(text: string): string {
  return PLAIN.test(text) ? text.trim() : cleaned(text);
}

export function cleanLine(text: string): string {
  return cleanProse(text).replaceAll(/[\t\n\u2028\u2029]+/g, ' ');
}

/** Most of what comes needs no more than a look. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Control characters, and the overrides of writing direction that let a name change how the rest of a line reads. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNWANTED = /[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Soft hyphens, spaces without width, marks of byte order and of direction, joiners of words: nothing of it was meant. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff]/g;

/** Joiners make one letter or one emoji of two; beside plain letters or at an end they do nothing. */
const IDLE_JOINERS =
  /(?<![^\p{ASCII}\u200c\u200d])[\u200c\u200d]+|[\u200c\u200d]+(?![^\p{ASCII}\u200c\u200d])/gu;

/** Blanks that do not break, or are wider or narrower than others. */
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

function cleaned(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNWANTED, '')
    .replaceAll(INVISIBLE, '')
    .replaceAll(IDLE_JOINERS, '')
    .replaceAll(BLANKS, ' ')
    .toWellFormed()
    .trim();
}

/**
 * A secret, a token, an address or an id as it was meant when it was copied: whatever nobody sees is no part of it, nor is a blank that came
 * along from a page. A phrase that somebody made up keeps its blanks.
 */
export function cleanPasted(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  const seen = text.replaceAll(UNWANTED, '').replaceAll(UNSEEN, '').toWellFormed().trim();
  return seen.replaceAll(BLANKS, /[ \t\n]/.test(seen) ? ' ' : '').trim();
}

/** All that a font may leave out. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** What programs and people write where they have nothing to say. "NA" is a part of the world and "Na" a name. */
const NOTHING = new Set([
  ...[
    'n/a',
    'n.a.',
    '#n/a',
    'null',
    '(null)',
    'undefined',
    'none',
    '(none)',
    'nil',
    'nan',
    '[object object]',
  ],
  ...[
    '-',
    '--',
    '---',
    '–',
    '—',
    '.',
    '...',
    '…',
    '?',
    '/',
    '_',
    '(not set)',
    '(empty)',
    '(blank)',
    '#ref!',
    '#value!',
  ],
  ...['k. a.', 'k.a.', 'keine angabe', 's/d', 'n/d', 'nd', 'brak', '無し', 'なし', '无', '無'],
]);

const LONGEST_NOTHING = Math.max(...[...NOTHING].map((word) => word.length));

/** Blank, or a word for it. */
export function saysNothing(text: string): boolean {
  return text === '' || (text.length <= LONGEST_NOTHING && NOTHING.has(text.toLowerCase()));
}

/**
 * Zero width space, joiners, byte order mark, soft hyphen, marks of direction, word joiner, filler, variation selector; blanks that do not break or are
 * of another width; a control character, a tag.
 */
export const UNSEEN = [
  ...['\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad', '\u200e', '\u202a', '\u2060', '\u3164', '\ufe0f'],
  ...['\u00a0', '\u202f', '\u3000', '\u2009', '\u0007', '\u{e0020}'],
];

/** By which two writings of a word are one: "E-mail Address", "email_address" and "ＥＭＡＩＬ　ａｄｄｒｅｓｓ". */
export function wordKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[ßłøđæœı]/g, (letter) => FOLDED[letter] ?? letter);
}

/** The same of a word by which a program calls a state; one of signs alone is its own key. */
export function stateKey(text: string): string {
  return wordKey(text) || text.normalize('NFC').trim();
}

/** Letters that Unicode does not take apart. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

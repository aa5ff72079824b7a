/** E-mail addresses as they are written down. */

/** Lenient: what people type is kept if an answer could reach it. */
const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

const INVISIBLE = /[\p{Cf}\s]+/gu;

/** The address in "Dana <dana@harbour.example>", "mailto:dana@harbour.example?subject=Hi", "dana＠harbour.example"; null: none is in it. */
export function readEmail(text: string): string | null {
  if (!text.includes('@') && !text.includes('＠')) return null;
  if (SIMPLE.test(text)) return text;
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}+/gu, '')
    .trim();
  const inner = /<\s*([^<>]+?)\s*>/.exec(plain)?.[1] ?? plain;
  const [first = ''] = inner
    .replace(/^(?:mailto|e-?mail)\s*:\s*/i, '')
    .replace(/\?.*$/s, '')
    .split(/[,;|]\s*|\s+\/\s+/);
  const address = first
    .replace(/^["'([]+|["')\].]+$/g, '')
    .replace(INVISIBLE, (run) => (/\s/.test(run) ? ' ' : ''));
  return ADDRESS.test(address) ? address : null;
}

const SIMPLE = /^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i;

/** A text that is nothing but an address. */
export function isPlainlyEmail(text: string): boolean {
  return text.length <= 320 && /^(?:mailto:)?[^\s@<>,;:()]+@[^\s@<>,;:()]+\.\p{L}{2,}$/u.test(text);
}

import { bodyText } from './body-text.ts';
import type { Entry } from './nest.ts';

/** As `URLSearchParams` reads it, in whatever the sender has written it: that one makes `�` of every letter that is not UTF-8. */
export function urlencodedOf(bytes: Buffer, charset: string | null): Entry[] {
  const pairs = bytes.toString('latin1').split('&').filter(Boolean);
  const entries = pairs.map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [bytesOf(name), bytesOf(value.join('='))] as const;
  });
  // A page says what it was written in by a field of this name.
  const said = entries.find(([name]) => name.toString() === '_charset_')?.[1].toString();
  const inWords = (part: Buffer) => bodyText(part, said || charset);
  return entries.map(([name, value]) => [inWords(name), inWords(value)]);
}

function bytesOf(part: string): Buffer {
  const plain = part
    .replaceAll('+', ' ')
    .replaceAll(/%([\da-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/** The bytes of a body as text, whatever its sender has written it in. */
import { TextDecoder } from 'node:util';

/**
 * As a mark at its beginning says, else the sender; what is neither is UTF-8, and where it cannot be, what Western tools write that know of
 * nothing else. A lead with an odd letter is mended, one that was refused is lost.
 */
export function bodyText(bytes: Uint8Array, charset: string | null): string {
  const named = decoderOf(markOf(bytes) ?? widthOf(bytes) ?? charset ?? 'utf-8');
  for (const decoder of [named, decoderOf('utf-8')]) {
    const text = decoder && decoded(bytes, decoder);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Of a content type; null: it names none. */
export function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? null;
}

function markOf([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Whatever is sent here begins with a letter or a sign of ASCII: beside it UTF-16 has a NUL. */
function widthOf([first, second]: Uint8Array): string | null {
  if (second === 0 && first !== 0) return 'utf-16le';
  return first === 0 && second !== undefined && second !== 0 ? 'utf-16be' : null;
}

/** Null: nobody knows one of this name. */
function decoderOf(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name, { fatal: true });
  } catch {
    return null;
  }
}

function decoded(bytes: Uint8Array, decoder: TextDecoder): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

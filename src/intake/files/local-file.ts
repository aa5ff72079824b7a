/** A file that was fetched, as it lies in a folder of ours while it is read. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** It is shown, and never leads out of its folder. */
export function fileName(name: string): string {
  const plain = name.replaceAll(/[/\\\0]/g, '_').slice(-100);
  return /^\.*$/.test(plain) ? 'file' : plain;
}

/** Where we laid it down is nobody’s business. */
export function sayHere(sentence: string): string {
  return sentence.replaceAll(/\S*tango-file-[^/\s]*\//g, '');
}

/** SHA-256 of its bytes. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

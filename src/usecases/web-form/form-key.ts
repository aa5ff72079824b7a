import { createHash, randomBytes } from 'node:crypto';

/** What stands in a form's address: nobody can guess it, and a double click selects it. */
export function newKey(): string {
  return randomBytes(18).toString('hex');
}

/** As it is kept. */
export function hashOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

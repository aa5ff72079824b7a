/**
 * PostgreSQL reads and plans a text again each time that it comes. One that has a name is kept by the connection: a fifth to a half more leads a second.
 *
 * A pooler between us and PostgreSQL may hand a connection's names to another, so that a name says its text. Where one is lost all the same, or where
 * an upgrade has changed a table under it, the transaction is done again, and whoever opened the database goes on without names.
 */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';

/** Of queries whose text is made once; see `prepared`. */
const names = new Map<string, string>();

/** Of all connections to one database. */
export interface Naming {
  isOn: boolean;
}

export function nameText(text: string): void {
  names.set(text, createHash('sha256').update(text).digest('base64url'));
}

/** No such name, a name that is taken, and a result that looks otherwise than when it was planned. */
const LOST = /^(26000|42P05|0A000)$/;

/** Whether it would have gone well without a name: nothing of it is done, and it may be tried again. */
export function isLostName(code: string): boolean {
  return LOST.test(code);
}

/** Each connection of the pool passes here when it is new. */
export function nameTexts(client: PoolClient, naming: Naming): void {
  const inherited: PoolClient = Object.getPrototypeOf(client);
  const ask = (...given: unknown[]) => Reflect.apply(inherited.query, client, given);
  const query = (text: unknown, values?: unknown[]) => {
    const name = naming.isOn && typeof text === 'string' ? names.get(text) : undefined;
    if (name === undefined) return ask(text, values);
    return ask({ name, text, values }).catch((thrown: unknown) => {
      if (isLostName(String((thrown as { code?: unknown }).code))) naming.isOn = false;
      throw thrown;
    });
  };
  Object.defineProperty(client, 'query', { value: query, configurable: true });
}

/**
 * What must be known again as it is and not only be recognised is stored sealed: AES-256-GCM under the key that the environment holds. Whoever has the
 * database alone has no secret.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { refuse } from '../domain/refusals.ts';

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
const PURPOSE = 'tango-stored-secrets';

export class SecretBox {
  readonly #key: Buffer | null;

  /** Null: the environment holds none; nothing can be sealed or opened. */
  constructor(key: string | null) {
    this.#key = key === null ? null : Buffer.from(hkdfSync('sha256', key, '', PURPOSE, 32));
  }

  /** `about`: whose secret it is, so that it opens in that row alone. Throws `secrets_need_key`. */
  seal(secret: string, about: string): string {
    const key = this.#key;
    if (key === null) throw refuse('secrets_need_key');
    const nonce = randomBytes(12);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return [VERSION, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(
      '.',
    );
  }

  /** Null: the key is another one or missing, or this is not what was sealed. */
  open(sealed: string, about: string): string | null {
    const [version, ...parts] = sealed.split('.');
    const [nonce, tag, bytes] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (this.#key === null || version !== VERSION || !nonce || tag?.length !== 16 || !bytes) return null;
    try {
      const decipher = createDecipheriv(CIPHER, this.#key, nonce).setAAD(Buffer.from(about)).setAuthTag(tag);
      return Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8');
    } catch {
      // Its own words say no more than that.
      return null;
    }
  }
}

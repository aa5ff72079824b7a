import { expect, it } from 'vitest';
import { SecretBox } from '../../src/usecases/secret-box.ts';

const KEY = 'a'.repeat(64);

it('What is sealed opens with the same key for the same row, and with nothing else', () => {
  const sealed = new SecretBox(KEY).seal('häns & söhne 🔑', 'form_1');
  expect(sealed).not.toContain('söhne');
  expect(new SecretBox(KEY).open(sealed, 'form_1')).toBe('häns & söhne 🔑');
  expect(new SecretBox(KEY).open(sealed, 'form_2')).toBeNull();
  expect(new SecretBox('b'.repeat(64)).open(sealed, 'form_1')).toBeNull();
  expect(new SecretBox(null).open(sealed, 'form_1')).toBeNull();
  const [version, nonce, tag, bytes] = sealed.split('.');
  for (const broken of [
    '',
    'v1',
    'v1.a.b',
    `v2.${nonce}.${tag}.${bytes}`,
    `${version}.${nonce}.${tag}.${bytes}AA`,
  ])
    expect([broken, new SecretBox(KEY).open(broken, 'form_1')]).toEqual([broken, null]);
});

it('The same is never sealed the same twice, and without a key nothing is', () => {
  const box = new SecretBox(KEY);
  expect(box.seal('one', 'form_1')).not.toBe(box.seal('one', 'form_1'));
  expect(() => new SecretBox(null).seal('one', 'form_1')).toThrow(
    expect.objectContaining({ kind: 'conflict' }),
  );
});

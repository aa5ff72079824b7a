import { expect, it } from 'vitest';
import { hashOf, newKey } from '../../../src/usecases/web-form/form-key.ts';

it('No two keys are alike, each can be selected by a double click, and its hash tells nothing of it', () => {
  const keys = Array.from({ length: 100 }, newKey);
  expect(new Set(keys).size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{36}$/);
  expect(hashOf('a')).toHaveLength(64);
});

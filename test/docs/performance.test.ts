import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROWS } from '../../bench/rows.ts';

test('docs/performance.md has each row of npm run bench, and no other', () => {
  const page = readFileSync('docs/performance.md', 'utf8');
  const named = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(ROWS).toSorted());
});

import { expect, it } from 'vitest';
import { cleanPasted } from '../../src/reading/text.ts';
import { UNSEEN } from '../support/unseen.ts';

it.each(UNSEEN)('what nobody sees is no part of what was pasted: %j', (unseen) => {
  const [first, ...others] = 'xoxb-1-a'.split('-');
  expect(cleanPasted(`${unseen} ${[first, ...others].join(`-${unseen}`)}${unseen}\n`)).toBe('xoxb-1-a');
});

it('a phrase keeps its blanks, whichever they were', () => {
  expect(cleanPasted(' my\u00a0own secret\u200b ')).toBe('my own secret');
});

it('what was pasted as it is meant stays', () => {
  for (const text of ['EAAB+/=_~.é', 'ключ', '鍵', 'a\nb']) expect(cleanPasted(text)).toBe(text);
});

import { expect, it } from 'vitest';
import { addressIn, spellingsOf } from '../../../src/domain/team/called.ts';

it.each([
  ['Ana@Sample.example', 'ana@sample.example'],
  [' ana@sample.example ', 'ana@sample.example'],
  ['Ana Alves <ana@sample.example>', 'ana@sample.example'],
  ['Ana Alves (ana@sample.example)', 'ana@sample.example'],
  ['mailto:ana@sample.example', 'ana@sample.example'],
  ['ana@sample.example; ben@sample.example', null],
  ['Ana Alves', null],
  ['@ana', null],
  ['', null],
])('the address in %j is %j', (text, address) => {
  expect(addressIn(text)).toBe(address);
});

it.each([
  ['Alves, Ana', ['Alves, Ana', 'Ana Alves']],
  ['Ana Alves', ['Ana Alves']],
  ['Alves,', ['Alves,']],
  ['Alves, Ana, Sales', ['Alves, Ana, Sales']],
])('%j is spelled %j', (text, spellings) => {
  expect(spellingsOf(text)).toEqual(spellings);
});

import { expect, it } from 'vitest';
import { parseMrkdwn, plainText } from '../../../../emulator/page/mrkdwn.ts';
import { escapeText, paragraph, quote } from '../../../../src/slack/views/kit/text.ts';

const seen = (markup: string) =>
  plainText(parseMrkdwn(markup))
    .replaceAll(/[\u2060\uFEFF]/g, '')
    .replaceAll('ˋ', '`');

const kinds = (markup: string) => JSON.stringify(parseMrkdwn(markup)).match(/"type":"(\w+)"/g);

it.each([
  'Dana *VIP* Whitfield',
  '*Dana*',
  '**Dana**',
  '_brand_search_',
  '~Head~ of _Ops_',
  'E*QUAY `Labs`',
  '```',
  '_*~all~*_',
  'a *b',
  '5 * 3 * 2',
  ':fire: :+1: :ありがとう:',
  '> quoted',
  '<!channel> & <b>',
  '😀*a*😀',
])('%s is shown as it was written, alone and within our own marks', (text) => {
  expect(seen(escapeText(text))).toBe(text);
  expect(kinds(escapeText(text))).toEqual(['"type":"text"']);
  expect(seen(`*${escapeText(text)}*`)).toBe(text);
  expect(kinds(`*${escapeText(text)}*`)?.[0]).toBe('"type":"bold"');
});

it.each(['first_last@x.example', 'a_b_c', 'https://x.example/a_b?c=d', '10:40:20', 'E*QUAY'])(
  '%s formats nothing and can be copied as it is',
  (text) => expect(escapeText(text)).toBe(text),
);

it('A name has one line, words have theirs', () => {
  expect(escapeText('Dana\r\nWhitfield\u2028Esq.')).toBe('Dana Whitfield Esq.');
  expect(quote('one\r\ntwo\n\nthree')).toBe('> one\n> two\n> \n> three');
  expect(seen(paragraph('one\n> two'))).toBe('one\n> two');
});

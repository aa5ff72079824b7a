import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyOf } from '../../../src/domain/money/currency-sign.ts';
import { type AmountContext, readAmount, toldMark } from '../../../src/domain/money/read-amount.ts';

const ALONE: AmountContext = { mark: null, threeDigits: 'unclear' };

function plain(text: string, context: Partial<AmountContext> = {}): string {
  const read = readAmount(text, { ...ALONE, ...context });
  return 'plain' in read ? read.plain : read.kind;
}

function currencies(text: string): readonly string[] | null | undefined {
  const read = readAmount(text, ALONE);
  return 'plain' in read ? read.currencies : undefined;
}

describe('an amount', () => {
  it.each([
    ['18000', '18000'],
    ['1234.5', '1234.5'],
    ['1.429999948', '1.429999948'],
    ['0.125', '0.125'],
    ['0,125', '0.125'],
    ['.5', '0.5'],
    ['12,5', '12.5'],
    ['1234,56', '1234.56'],
    ['1,234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['1,23,456.78', '123456.78'],
    ['12,34,567', '1234567'],
    ['€ 1 234.50', '1234.50'],
    ['18 000,00 €', '18000.00'],
    ["1'234.50 CHF", '1234.50'],
    ['1’234,567', '1234.567'],
    ['1\u00a0234\u202f567,8', '1234567.8'],
    ['\u200e18000\u200b', '18000'],
    ['１２３４', '1234'],
    ['١٢٬٣٤٥٫٦٧', '12345.67'],
    ['१८०००', '18000'],
    ['1.234.567,89 €', '1234567.89'],
    ['€18.000,-', '18000'],
    ['18 000 zł', '18000'],
    ['-12,50', '-12.50'],
    ['−5', '-5'],
    ['12.50-', '-12.50'],
    ['€ -5', '-5'],
    ['(1,234.50)', '-1234.50'],
    ['100,-', '100'],
    ['100.– kr'.replace(' kr', ''), '100'],
    ['5.', '5'],
    ['$340.55', '340.55'],
    ['kr. 100', '100'],
    ['US$18,000.00', '18000.00'],
  ])('written %s is %s', (text, amount) => expect(plain(text)).toBe(amount));

  it.each([
    '',
    'a lot',
    '12 monkeys',
    '1 8000',
    '12,34.5',
    '1,2345,678',
    '1.2.3',
    '--5',
    '(5',
    '-5-',
    '0x10',
    '1e3',
    'NaN',
    '18k',
    '5 €€',
  ])('is not %j', (text) => expect(plain(text)).toBe('no_amount'));

  it.each([
    ['1,234', ['1234', '1.2340']],
    ['1.234', ['1234', '1.2340']],
    ['€ 12.000', ['12000', '12.0000']],
  ])('that may be a thousand times more is not guessed: %s', (text, readings) => {
    expect(readAmount(text, ALONE)).toEqual({ kind: 'two_readings', readings });
  });

  it('typed by a person has no three decimals: the mark parts thousands', () => {
    expect(plain('18,000', { threeDigits: 'thousands' })).toBe('18000');
    expect(plain('18.000', { threeDigits: 'thousands' })).toBe('18000');
    expect(plain('0.500', { threeDigits: 'thousands' })).toBe('0.500');
  });

  it('is read by the mark that its column tells, and one that contradicts it is none', () => {
    expect(plain('1.234', { mark: ',' })).toBe('1234');
    expect(plain('1.234', { mark: '.' })).toBe('1.234');
    expect(plain('1,234', { mark: '.' })).toBe('1234');
    expect(plain('12,5', { mark: '.' })).toBe('no_amount');
    expect(plain('1.234,50', { mark: '.' })).toBe('no_amount');
    expect(plain('1,234,567', { mark: ',' })).toBe('no_amount');
  });

  it('survives every notation of every amount', () => {
    const locales = ['en', 'de', 'fr', 'de-CH', 'en-IN', 'sv', 'pl', 'pt-BR', 'es-MX'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.constantFrom(...locales), (cents, locale) => {
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
        const written = format.format(cents / 100);
        expect(Number(plain(written)), `${locale} ${written}`).toBe(cents / 100);
      }),
    );
  });
});

describe('a row of a column', () => {
  it.each([
    ['2.345,60', ','],
    ['99.5', '.'],
    ['1,234,567', '.'],
    ['1.234.567', ','],
    ['1,234', null],
    ['12', null],
    ['a lot', null],
  ])('that says %s tells the decimal mark: %s', (text, mark) => expect(toldMark(text)).toBe(mark));
});

describe('the currency', () => {
  it.each([
    ['€5', ['EUR']],
    ['5 EUR', ['EUR']],
    ['£10.00', ['GBP']],
    ['￡10', ['GBP']],
    ['Fr. 20', ['CHF']],
    ['20 zł', ['PLN']],
    ['kr 5', ['SEK', 'NOK', 'DKK', 'ISK']],
    ['$ 5 CAD', ['CAD']],
    ['5', null],
  ])('beside %s may be %j', (text, codes) => expect(currencies(text)).toEqual(codes));

  it('is what is written, never the assumed one against it', () => {
    expect(currencyOf({ written: null, said: null, assumed: 'EUR' })).toBe('EUR');
    expect(currencyOf({ written: ['GBP'], said: null, assumed: 'EUR' })).toBe('GBP');
    expect(currencyOf({ written: ['USD', 'CAD'], said: null, assumed: 'CAD' })).toBe('CAD');
    expect(currencyOf({ written: ['USD', 'CAD'], said: 'CAD', assumed: 'EUR' })).toBe('CAD');
    expect(currencyOf({ written: ['USD', 'CAD'], said: null, assumed: 'EUR' })).toMatchObject({
      kind: 'several',
    });
    expect(currencyOf({ written: ['GBP'], said: 'EUR', assumed: 'EUR' })).toMatchObject({
      kind: 'contradicts',
    });
  });
});

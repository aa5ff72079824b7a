import { describe, expect, it } from 'vitest';
import { email, phone } from '../../support/keys-of.ts';

const LONDON = { timezone: 'Europe/London' };

describe('an e-mail address is the same', () => {
  it('in any case and with any tag', () => {
    expect(email(' Dana+Demo@Harbour.example ')).toBe('dana@harbour.example');
    expect(email('dana@harbour.example')).toBe('dana@harbour.example');
  });

  it('with any dots at Gmail, and only there', () => {
    expect(email('d.a.n.a@googlemail.com')).toBe(email('Dana+x@gmail.com'));
    expect(email('d.ana@harbour.example')).not.toBe(email('dana@harbour.example'));
  });

  it('as nobody else’s when it is none', () => {
    for (const text of ['', 'n/a', 'dana', '@harbour.example', 'dana@']) expect(email(text)).toBeNull();
    expect(email('+tag@harbour.example')).toBe('+tag@harbour.example');
  });
});

describe('a phone number is the same', () => {
  it('in every way of writing it', () => {
    const written = ['+44 20 7946 0018', '0044 20 7946 0018', '+44 (0)20 7946-0018', 'p:+442079460018'];
    expect(written.map((text) => phone(text))).toEqual(Array(4).fill('+442079460018'));
  });

  it('without a country code, by the country of the lead or else of the team', () => {
    const expected = '+442079460018';
    for (const region of ['UK', 'GB', 'United Kingdom', 'Vereinigtes Königreich', 'GB-SCT', 'england']) {
      expect(phone('020 7946 0018', region), region).toBe(expected);
    }
    expect(phone('020 7946 0018', 'EMEA', LONDON)).toBe(expected);
    expect(phone('0151 23456789', 'Germany', LONDON)).toBe('+4915123456789');
    expect(phone('0151 23456789', null, { timezone: 'Europe/Berlin' })).toBe('+4915123456789');
    expect(phone('098765 43210', null, { timezone: 'Asia/Kolkata' })).toBe('+919876543210');
  });

  it('as nobody else’s where the country is not known, or where it could not be dialled', () => {
    expect(phone('020 7946 0018')).toBeNull();
    for (const text of ['0000000000', '123', 'none', '+1 111 111 1111', '9'.repeat(500)]) {
      expect(phone(text, 'UK'), text).toBeNull();
    }
  });
});

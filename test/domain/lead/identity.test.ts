import { describe, expect, it } from 'vitest';
import { matchKeys } from '../../../src/domain/lead/match-keys.ts';

const LONDON = { timezone: 'Europe/London' };
const NOWHERE = { timezone: 'UTC' };
const NOTHING = { email: null, phone: null, region: null, fields: {} };

const email = (text: string) => matchKeys({ ...NOTHING, email: text }, NOWHERE).email;
const company = (text: string) => matchKeys({ ...NOTHING, email: text }, NOWHERE).company;
const site = (name: string, text: string) =>
  matchKeys({ ...NOTHING, fields: { [name]: text } }, NOWHERE).company;
const phone = (text: string, region: string | null = null, team = NOWHERE) =>
  matchKeys({ ...NOTHING, phone: text, region }, team).phone;

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

describe('a company is its own domain', () => {
  it('from the address or the website, whatever the host in it', () => {
    expect(company('dana@mail.harbour.co.uk')).toBe('harbour.co.uk');
    expect(site('Company website', 'https://www.harbour.co.uk/contact?x=1')).toBe('harbour.co.uk');
    expect(site('website', 'harbour.co.uk')).toBe('harbour.co.uk');
    const both = { ...NOTHING, email: 'dana@gmail.com', fields: { website: 'harbour.co.uk' } };
    expect(matchKeys(both, NOWHERE).company).toBe('harbour.co.uk');
  });

  it('and not that of a free, disposable or shared host', () => {
    for (const host of [
      'gmail.com',
      'GMX.de',
      'yahoo.co.uk',
      'qq.com',
      'mailinator.com',
      'x.mailinator.com',
    ]) {
      expect(company(`dana@${host}`), host).toBeNull();
    }
    for (const url of [
      'https://facebook.com/harbour',
      'https://uk.linkedin.com/company/harbour',
      '192.0.2.7',
    ]) {
      expect(site('website', url), url).toBeNull();
    }
    expect(site('website', 'https://harbour.myshopify.com')).toBe('harbour.myshopify.com');
  });

  it('and not the page of ours that the form stood on', () => {
    expect(site('page_url', 'https://tango.example/pricing')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { matchKeys } from '../../../src/domain/lead/match-keys.ts';
import { NOTHING, NOWHERE } from '../../support/keys-of.ts';

const company = (text: string) => matchKeys({ ...NOTHING, email: text }, NOWHERE).company;

const site = (name: string, text: string) =>
  matchKeys({ ...NOTHING, fields: { [name]: text } }, NOWHERE).company;

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

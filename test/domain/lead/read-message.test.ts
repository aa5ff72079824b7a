import { describe, expect, it } from 'vitest';
import { readEntry } from '../../../src/domain/lead/read-entry.ts';
import { plainText, readMessage } from '../../../src/domain/lead/read-message.ts';
import { waysToReach } from '../../../src/domain/lead/ways-to-reach.ts';

describe('how to reach somebody', () => {
  it.each([
    ['dana@harbour.example', 'dana@harbour.example', null],
    ['+44 20 7946 0018', null, '+44 20 7946 0018'],
    ['020 7946-0018, dana@harbour.example.', 'dana@harbour.example', '020 7946-0018'],
    ['Mail: d.o+x@harbour.example (mobile (0171) 234567)', 'd.o+x@harbour.example', '(0171) 234567'],
    ['on 2026-11-21 we paid 18,000 for 12 seats', null, null],
    ['ask at the desk', null, null],
    ['dana@', null, null],
  ])('%s', (text, email, phone) => {
    expect(waysToReach(text)).toEqual({ email, phone });
  });
});

describe('what is written behind /lead', () => {
  it('is name, company, the way to reach them wherever it stands, and what they said', () => {
    expect(readEntry('Dana Whitfield, dana@harbour.example, Harbour Hotels, wants a demo, soon')).toEqual({
      name: 'Dana Whitfield',
      company: 'Harbour Hotels',
      reach: 'dana@harbour.example',
      message: 'wants a demo, soon',
    });
    expect(readEntry('  ')).toEqual({ name: null, company: null, reach: null, message: null });
  });
});

describe('a message in Slack', () => {
  it('is read as a person reads it', () => {
    const text =
      '<@U_BEN> *Dana* &amp; <mailto:first_last@x.example|first_last@x.example> on <https://x.example|the site>, <tel:+4420|+4420>';
    expect(plainText(text)).toBe('Dana & first_last@x.example on the site, +4420');
  });

  it('gives name, company and the ways to reach', () => {
    const text =
      'Just met Dana Whitfield from Harbour Hotels at the Berlin Fair, <mailto:dana@harbour.example|dana@harbour.example>, call <tel:+442079460018|+44 20 7946 0018>';
    expect(readMessage(text)).toMatchObject({
      name: 'Dana Whitfield',
      company: 'Harbour Hotels',
      reach: 'dana@harbour.example, +44 20 7946 0018',
    });
  });

  it('as a form’s notification writes it', () => {
    const text = '*New entry*\n• Name: dana whitfield\n• Company: Pier Inns Ltd.\nE-mail: d@pier.example';
    expect(readMessage(text)).toMatchObject({
      name: 'dana whitfield',
      company: 'Pier Inns Ltd.',
      reach: 'd@pier.example',
    });
  });

  it('that tells nothing gives nothing but itself', () => {
    expect(readMessage('can somebody look at this?')).toEqual({
      name: null,
      company: null,
      reach: null,
      message: 'can somebody look at this?',
    });
  });
});

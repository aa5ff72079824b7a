import { describe, expect, it } from 'vitest';
import { leadSchema } from '../../../src/intake/schemas/lead.ts';
import { fieldProblems } from '../../../src/intake/schemas/problems.ts';
import { saidProblems } from '../../support/refused.ts';

const NOW = Date.parse('2026-11-17T13:15:00Z');
const now = () => NOW;
const api = leadSchema({ now });
const file = leadSchema({ now, file: { timezone: 'Europe/Berlin', currency: 'EUR' } });

function read(lead: object, schema = api) {
  return schema.parse({ source: 'Webinar', name: 'Dana Whitfield', ...lead });
}

function problemsOf(lead: object, schema = api): string[] {
  const result = schema.safeParse({ source: 'Webinar', name: 'Dana Whitfield', ...lead });
  return result.success
    ? []
    : saidProblems({ problems: fieldProblems(result.error) }).map(
        ({ field, message }) => `${field} ${message}`,
      );
}

describe('a lead’s text', () => {
  it('is trimmed and freed of control characters, and keeps the breaks of a message alone', () => {
    const lead = read({
      name: '  Dana\u0007\tWhitfield\r\n',
      message: '\ufeffHello\r\nthere\u0000'.replace('\0', ''),
    });
    expect(lead.name).toBe('Dana Whitfield');
    expect(lead.message).toBe('Hello\nthere');
  });

  it('cannot turn the rest of a line around', () => {
    expect(read({ name: 'Dana \u202eevil\u202c' }).name).toBe('Dana evil');
    expect(read({ name: 'דנה' }).name).toBe('דנה');
  });

  it('counts as absent when it is blank or null', () => {
    expect(read({ company: '  ', phone: null, priority: '', receivedAt: '', fields: null })).toMatchObject({
      company: null,
      phone: null,
      priority: 'standard',
      fields: {},
    });
  });

  it('stays as it was written otherwise: escaping is for the way out', () => {
    expect(read({ name: '<!channel> & <script>' }).name).toBe('<!channel> & <script>');
  });

  it('is refused with NUL in it, or when it is too long', () => {
    expect(problemsOf({ name: 'Da\0na' })).toEqual(['name must not contain a NUL character']);
    expect(problemsOf({ name: 'x'.repeat(201) })).toEqual(['name may have at most 200 characters']);
    expect(problemsOf({ message: 'x'.repeat(10_001) })).toEqual([
      'message may have at most 10,000 characters',
    ]);
    expect(problemsOf({ name: `${' '.repeat(500)}Dana` })).toEqual([]);
  });
});

describe('a lead', () => {
  it('needs a source and anybody to get back to', () => {
    expect(problemsOf({ source: ' ', name: null })).toEqual([
      'source is required',
      'name is required unless email, phone, company or externalId is given',
    ]);
    expect(problemsOf({ name: null, externalId: 17 })).toEqual([]);
  });

  it('may have a number as its external id and its company’s size', () => {
    expect(read({ externalId: 17, companySize: 250 })).toMatchObject({
      externalId: '17',
      companySize: '250',
    });
  });

  it('has any address an answer could reach', () => {
    for (const email of ['dana@harbour.example', 'd+x@h', 'zoë@häfen.example'])
      expect(problemsOf({ email })).toEqual([]);
    for (const email of ['dana', 'dana@', '@harbour.example', 'da na@h.example', 'a@b@c'])
      expect(problemsOf({ email })).toEqual(['email must be an e-mail address']);
  });

  it('keeps what we do not know among its fields, where the sender’s own fields win', () => {
    const lead = read({
      budget: 5,
      consent: true,
      tags: ['a', 'b'],
      nothing: null,
      fields: { budget: '6', 'Seats ': ' 40' },
    });
    expect(lead.fields).toEqual({ budget: '6', consent: 'true', tags: '["a","b"]', Seats: '40' });
  });

  it('keeps a bounded amount of it', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`f${n}`, 'x']));
    expect(problemsOf(many)).toEqual(['fields may hold at most 100 entries']);
    expect(problemsOf({ ['n'.repeat(101)]: 'x' })).toEqual([
      'fields may hold names of at most 100 characters',
    ]);
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(problemsOf({ deep })).toEqual(['deep is nested too deeply']);
    expect(problemsOf({ fields: { q: 'x'.repeat(10_001) } })).toEqual([
      'fields.q may have at most 10,000 characters',
    ]);
  });

  it('does not confuse a key named __proto__ with anything', () => {
    const lead = read(JSON.parse('{"__proto__": {"isTest": true}, "constructor": "x"}'));
    expect(lead.isTest).toBeUndefined();
    expect(lead.fields).toMatchObject({ constructor: 'x' });
  });
});

describe('when a lead was received', () => {
  it('is an instant with a zone over the API', () => {
    expect(read({ receivedAt: '2026-11-17T09:30:00+01:00' }).receivedAt).toBe(
      Date.parse('2026-11-17T08:30:00Z'),
    );
    expect(read({}).receivedAt).toBeUndefined();
    for (const receivedAt of ['2026-11-17', '2026-11-17T09:30:00', 'yesterday'])
      expect(problemsOf({ receivedAt })).toEqual([
        'receivedAt must be an instant with its zone such as 2026-11-16T09:30:00+01:00',
      ]);
  });

  it('does not lie in the future, but for a clock that is a little ahead', () => {
    expect(problemsOf({ receivedAt: '2026-11-17T13:16:00Z' })).toEqual([]);
    expect(problemsOf({ receivedAt: '2027-01-01T00:00:00Z' })).toEqual([
      'receivedAt must not lie in the future',
    ]);
    expect(problemsOf({ receivedAt: '1969-12-31T00:00:00Z' })).toEqual([
      'receivedAt must not be before 1970',
    ]);
  });

  it('is in the file’s zone through a file, and midnight where only a day is named', () => {
    const at = (receivedAt: string) => new Date(read({ receivedAt }, file).receivedAt ?? 0).toISOString();
    expect(at('2026-07-01')).toBe('2026-06-30T22:00:00.000Z');
    expect(at('01.02.2026 10:30')).toBe('2026-02-01T09:30:00.000Z');
    expect(at('2026/02/01')).toBe('2026-01-31T23:00:00.000Z');
    expect(at('2026-02-01T10:30:00-05:00')).toBe('2026-02-01T15:30:00.000Z');
    expect(at('2026-03-29 02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(problemsOf({ receivedAt: '31.02.2026' }, file)).toEqual([
      'receivedAt must be a date such as 2026-11-16',
    ]);
  });
});

describe('through a file', () => {
  it('a lead may lack its source', () => {
    expect(read({ source: '  ' }, file).source).toBeNull();
  });
});

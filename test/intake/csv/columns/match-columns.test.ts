import { describe, expect, it } from 'vitest';
import { LEADS, OUTCOMES, SPEND } from '../../../../src/intake/csv/columns/layout.ts';
import { matchColumns } from '../../../../src/intake/csv/columns/match-columns.ts';

const NO_WISHES = { map: {}, set: {} };

function columnsOf(header: string[], wishes: Partial<typeof NO_WISHES> = {}, layout = LEADS) {
  const plan = matchColumns(header, layout, { ...NO_WISHES, ...wishes });
  return Object.fromEntries([...plan.columns].map(([field, index]) => [field, header[index]]));
}

describe('headers', () => {
  it('are known by the names of the API and by what other programs write', () => {
    expect(columnsOf(['E-mail Address', 'source', 'Full Name', 'Created At'])).toEqual({
      source: 'source',
      name: 'Full Name',
      email: 'E-mail Address',
      receivedAt: 'Created At',
    });
  });

  it('of the Olist files need no help', () => {
    expect(columnsOf(['mql_id', 'first_contact_date', 'landing_page_id', 'origin'])).toEqual({
      source: 'origin',
      externalId: 'mql_id',
      receivedAt: 'first_contact_date',
      'fields.landing_page_id': 'landing_page_id',
    });
  });

  it('take the exact name before a name that is only alike', () => {
    expect(columnsOf(['origin', 'source', 'email'])).toMatchObject({
      source: 'source',
      'fields.origin': 'origin',
    });
  });

  it('may be named by the person who imports, by whatever case', () => {
    expect(columnsOf(['Herkunft', 'email'], { map: { source: 'herkunft' } })).toMatchObject({
      source: 'Herkunft',
    });
  });

  it('give way to a value that is set for every row', () => {
    const plan = matchColumns(['source', 'email'], LEADS, { map: {}, set: { source: 'Trade fair' } });
    expect(plan.constants).toEqual({ source: 'Trade fair' });
    expect(plan.columns.has('source')).toBe(false);
    expect(plan.columns.get('fields.source')).toBe(0);
  });

  it('that stand twice, or nowhere, are kept apart', () => {
    expect(Object.keys(columnsOf(['source', 'email', 'note', 'note', '']))).toEqual([
      'source',
      'email',
      'fields.note',
      'fields.note (column 4)',
      'fields.column 5',
    ]);
  });

  it('with a date of winning mean that the deals were won', () => {
    const header = ['mql_id', 'won_date', 'declared_monthly_revenue'];
    expect(matchColumns(header, OUTCOMES, NO_WISHES)).toMatchObject({
      constants: { outcome: 'won' },
      telling: ['at'],
    });
    expect(matchColumns([...header, 'outcome'], OUTCOMES, NO_WISHES).constants).toEqual({});
  });

  it("call a lead by our own id only when they say exactly so: lead_id is the sender's", () => {
    expect(columnsOf(['lead_id', 'outcome'], {}, OUTCOMES)).toMatchObject({ externalId: 'lead_id' });
    expect(columnsOf(['leadId', 'outcome'], {}, OUTCOMES)).toMatchObject({ leadId: 'leadId' });
  });
});

describe('a missing column', () => {
  it('is named, with the guess as words to type', () => {
    expect(() => matchColumns(['orgin', 'email'], LEADS, NO_WISHES)).toThrow(
      'missing column source; did you mean --map source=orgin?',
    );
    expect(() => matchColumns(['Lead Origin Name', 'email'], LEADS, NO_WISHES)).toThrow(
      'did you mean --map source="Lead Origin Name"?',
    );
  });

  it('without a guess says what to do and what there is', () => {
    expect(() => matchColumns(['Date', 'Spent'], SPEND, NO_WISHES)).toThrow(
      /missing column side; name it with --map side=COLUMN or give every row one with --set side=VALUE\n.*Date, Spent/,
    );
  });

  it('may be any of those that name a lead', () => {
    expect(() => matchColumns(['source', 'colour'], LEADS, NO_WISHES)).toThrow(
      'missing column externalId or name or email or phone or company',
    );
  });

  it('that was asked for by a wrong name is not passed over', () => {
    expect(() => matchColumns(['origin', 'email'], LEADS, { map: { source: 'orgin' }, set: {} })).toThrow(
      'The file has no column orgin; did you mean origin?',
    );
  });
});

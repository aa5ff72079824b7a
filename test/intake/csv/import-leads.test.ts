import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { importLeads } from '../../../src/intake/csv/import-leads.ts';
import { rowNamer } from '../../../src/intake/csv/values/row-key.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { testContext } from '../../support/context.ts';
import { csvFile, request, sharedCase } from '../../support/csv.ts';
import { DIALECTS } from '../../support/databases.ts';
import { TUESDAY_10 } from '../../support/time.ts';

function storedLeads(ctx: Context) {
  return ctx.db.transaction((tx) => tx.sql.selectFrom('lead').selectAll().orderBy('id').execute());
}

function cardedLeads(ctx: Context) {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql.selectFrom('outbox').select('ref').where('kind', '=', 'lead_card').execute();
    return rows.length;
  });
}

for (const dialect of DIALECTS) {
  describe(`leads from a file, on ${dialect}`, () => {
    it('are stored as the file has them, in the zone it was written in', async () => {
      const ctx = await testContext(dialect);
      const file = csvFile(
        'Origin;Full Name;E-mail;Created At;Booth\nTrade fair;Dana Whitfield;dana@harbour.example;16.11.2026;B4\n',
      );
      expect(await importLeads(ctx, request(file), 'recent')).toEqual({
        ...{ rows: 1, taken: 1, unchanged: 0, refusedRows: 0, refused: [], reasons: [], withoutSource: 0 },
      });
      expect(await storedLeads(ctx)).toMatchObject([
        {
          source: 'Trade fair',
          name: 'Dana Whitfield',
          email: 'dana@harbour.example',
          fields: '{"Booth":"B4"}',
          receivedAt: Date.parse('2026-11-16T00:00:00+01:00'),
        },
      ]);
    });

    it('imported again change nothing, with an id of their own or without', async () => {
      const ctx = await testContext(dialect);
      const named = csvFile('source,id,name\nWebinar,7,Dana\nWebinar,8,Dana\n');
      // Two equal rows are two leads; a third in a later export of the same list is one more.
      const nameless = csvFile('source,name\nFair,Ana\nFair,Ana\n');
      const longer = csvFile('source,name\nFair,Ana\nFair,Ana\nFair,Ana\n');
      for (const file of [named, nameless]) await importLeads(ctx, request(file), 'none');
      for (const file of [named, nameless]) {
        expect(await importLeads(ctx, request(file), 'all')).toMatchObject({ taken: 0, unchanged: 2 });
      }
      expect(await importLeads(ctx, request(longer), 'none')).toMatchObject({ taken: 1, unchanged: 2 });
      expect(await storedLeads(ctx)).toHaveLength(5);
      expect(await cardedLeads(ctx)).toBe(0);
    });

    it('keep those without a source apart, and say how many', async () => {
      const ctx = await testContext(dialect);
      const file = csvFile('source,id\nunknown,1\n,2\n ,3\n');
      expect(await importLeads(ctx, request(file), 'none')).toMatchObject({ taken: 3, withoutSource: 2 });
      expect((await storedLeads(ctx)).map((lead) => lead.source)).toEqual(['unknown', '', '']);
    });

    it('lose no other row to a bad one among 8,000, which is reported by its line', async () => {
      const ctx = await testContext(dialect);
      const rows = Array.from({ length: 8000 }, (_, n) => `Webinar,${n},person${n}@x.example`);
      rows[6543] = 'Webinar,6543,not an address';
      const seen: number[] = [];
      const report = await importLeads(
        ctx,
        request(csvFile(`source,id,email\n${rows.join('\n')}\n`), {
          onProgress: (done, inAll) => seen.push(done / inAll),
        }),
        'none',
      );
      expect(report).toMatchObject({ rows: 8000, taken: 7999 });
      expect(report.refused).toEqual([{ line: 6545, reason: 'email: must be an e-mail address' }]);
      expect(await storedLeads(ctx)).toHaveLength(7999);
      expect(seen).toHaveLength(8);
      expect(seen.at(-1)).toBe(1);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    }, 60_000);
  });
}

describe('cards for imported leads', () => {
  const days = [0, 2, 4].map((n) => new Date(TUESDAY_10 - n * 86_400_000).toISOString());
  const content = `source,id,date\n${days.map((day, n) => `Webinar,${n},${day}`).join('\n')}\n`;
  it.each([
    ['recent', 2],
    ['all', 3],
    ['none', 0],
  ] as const)('are posted for %s: %i of leads 0, 2 and 4 days old', async (post, cards) => {
    const ctx = await testContext('sqlite');
    await importLeads(ctx, request(csvFile(content)), post);
    expect(await cardedLeads(ctx)).toBe(cards);
  });

  it('are posted for none whose date nobody knows, unless all are asked for, and the report says so', async () => {
    const undated = csvFile('source,id\nWebinar,1\nWebinar,2\n');
    const ctx = await testContext('sqlite');
    const report = await importLeads(ctx, request(undated), 'recent');
    expect(report).toMatchObject({ taken: 2, withoutDate: { rows: 2, hasColumn: false } });
    expect(await cardedLeads(ctx)).toBe(0);
    const dated = csvFile(`source,id,date\nWebinar,3,${days[0]}\nWebinar,4,\n`);
    const partly = await importLeads(ctx, request(dated), 'recent');
    expect(partly).toMatchObject({ taken: 2, withoutDate: { rows: 1, hasColumn: true } });
    expect(await cardedLeads(ctx)).toBe(1);
    const wanted = await testContext('sqlite');
    await importLeads(wanted, request(undated), 'all');
    expect(await cardedLeads(wanted)).toBe(2);
  });

  it('of other people’s old answers are none: 03-old-answers', async () => {
    const [answers, undated] = ['responses.csv', 'no-known-date.csv'].map((name) =>
      sharedCase(`03-old-answers/${name}`),
    );
    if (!answers || !undated) return;
    const ctx = await testContext('sqlite');
    const asked = { map: { name: 'What is your name?' }, set: { source: 'Typeform' } };
    await importLeads(ctx, request(answers, asked), 'recent');
    await importLeads(ctx, request(undated, { set: { source: 'Typeform' } }), 'recent');
    expect([(await storedLeads(ctx)).length, await cardedLeads(ctx)]).toEqual([7, 0]);
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['only a header', 'source,id\n', 'a header line and no rows'],
    ['no column for the source', 'id,name\n1,Ana\n', 'missing column source'],
    ['a quote never closed, on the last line', `source,id\n${'a,b\n'.repeat(600)}a,"c\n`, 'line 602'],
  ])('imports nothing: %s', async (_, content, words) => {
    const ctx = await testContext('sqlite');
    await expect(importLeads(ctx, request(csvFile(content)), 'none')).rejects.toThrow(words);
    expect(await storedLeads(ctx)).toEqual([]);
  });

  it('whose dates no row tells is taken but for those rows: they name the answer', async () => {
    const ctx = await testContext('sqlite');
    const file = csvFile('source,id,date\na,1,01/02/2026\na,2,2026-02-03\na,3,03/03/2026\n');
    expect(await importLeads(ctx, request(file), 'none')).toMatchObject({
      taken: 2,
      refused: [{ line: 2, reason: expect.stringContaining('add --date-order dmy or mdy') }],
    });
  });

  it('is read in the order that the person says', async () => {
    const ctx = await testContext('sqlite');
    const file = csvFile('source,id,date\na,1,01/02/2026\n');
    await importLeads(ctx, request(file, { dateOrder: 'mdy', timezone: 'UTC' }), 'none');
    expect((await storedLeads(ctx))[0]?.receivedAt).toBe(Date.parse('2026-01-02T00:00:00Z'));
  });
});

describe('a row', () => {
  it.each([
    ['without anything to know the lead by', 'a,,', /^nobody is named: there is no name/],
    ['with cells under no header', 'a,1,2020-01-01,more', 'has 4 cells where the header has 3'],
    ['that breaks off', 'a,1', 'has 2 cells where the header has 3'],
    ['from the future', 'a,1,2031-01-01', 'date: must not lie in the future'],
  ])('is refused with its reason: %s', async (_, row, reason) => {
    const ctx = await testContext('sqlite');
    const file = csvFile(`source,id,date\nfine,0,2020-01-01,,\n\n${row}\n`);
    const report = await importLeads(ctx, request(file), 'none');
    expect(report).toMatchObject({ taken: 1, refused: [{ line: 4, reason: expect.stringMatching(reason) }] });
  });
});

describe('a dry run', () => {
  it('reads UTF-16 like any other, reports what is wrong, and writes nothing', async () => {
    const ctx = await testContext('sqlite');
    const bytes = iconv.encode('source\tname\nMesse\tJürgen\nMesse\t\n', 'utf-16le', { addBOM: false });
    const report = await importLeads(ctx, request(csvFile(bytes), { dryRun: true }), 'all');
    expect(report).toMatchObject({ taken: 1, refused: [{ line: 3 }] });
    expect(await storedLeads(ctx)).toEqual([]);
  });
});

it('shared/cases/01: ids that a spreadsheet has rounded are none, and nobody is taken for another', async () => {
  const path = sharedCase('01-rounded-ids/leads.csv');
  if (!path) return;
  const ctx = await testContext('sqlite');
  const report = await importLeads(ctx, { ...request(path), set: { source: 'Google Ads' } }, 'none');
  expect(report).toMatchObject({ rows: 3, taken: 0, unchanged: 0 });
  expect(report.refused.map(({ line }) => line)).toEqual([2, 3, 4]);
  expect(report.refused[0]?.reason).toContain('6.59107E+18 is a number that was rounded');
});

it('Long ids of which a spreadsheet kept fifteen digits are refused, and one that ends in noughts by itself is not', async () => {
  const ctx = await testContext('sqlite');
  const of = (...ids: string[]) =>
    csvFile(['source,id,name', ...ids.map((id, n) => `Web,${id},Person ${n}`), ''].join('\n'));
  const rounded = of('6591071234567890000', '6591071234567880000', '7');
  const report = await importLeads(ctx, request(rounded), 'none');
  expect(report).toMatchObject({ taken: 1, refused: [{ line: 2 }, { line: 3 }] });
  expect(report.refused[0]?.reason).toContain('a spreadsheet has rounded them');
  const whole = of('6591071234567890000', '6591071234567891234');
  expect(await importLeads(ctx, request(whole), 'none')).toMatchObject({ taken: 2, refused: [] });
});

for (const dialect of DIALECTS)
  it(`An id that is somebody else's is refused by its line, and who only moved or married is the same, on ${dialect}`, async () => {
    const ctx = await testContext(dialect);
    const first = csvFile(
      'source,id,name,email\nWeb,7,Ada Moor,ada@one.example\nWeb,8,Bo Lind,bo@two.example\n',
    );
    await importLeads(ctx, request(first), 'none');
    const second = csvFile(
      [
        'source,id,name,email',
        'Web,7,Cy Park,cy@three.example',
        'Web,7,Ada Moor,ada@new.example',
        'Web,7,Ada Smith,ada@one.example',
        'web,8,Dee Fox,dee@four.example',
        'Web,9,Eve Ray,eve@five.example',
        'Web,9,Fay Orr,fay@six.example',
        '',
      ].join('\n'),
    );
    const report = await importLeads(ctx, request(second), 'none');
    expect(report).toMatchObject({ taken: 1, unchanged: 2 });
    expect(report.refused).toEqual(
      [
        [2, '7'],
        [5, '8'],
        [7, '9'],
      ].map(([line, id]) => ({
        line,
        reason: `The id ${id} is here already, of a person with another name and another address`,
      })),
    );
  });

describe('a row without an id', () => {
  const text = 'source;name;Ort;Notiz\nFair;Ana;Wien;\nFair;Ana;Wien;\nFair;Rui;Porto;x\n';

  it('is the same one however the file is read', async () => {
    const ctx = await testContext('sqlite');
    await importLeads(ctx, request(csvFile(text)), 'none');
    const others = [
      request(csvFile(text), { map: { region: 'Ort' } }),
      request(csvFile(text), { ignore: ['Notiz'], set: { segment: 'Hotels' } }),
      request(csvFile(text.replaceAll('Wien;', 'Wien'))),
    ];
    for (const each of others) expect(await importLeads(ctx, each, 'none')).toMatchObject({ taken: 0 });
    expect(await storedLeads(ctx)).toHaveLength(3);
  });

  it('that an earlier version has brought keeps its name', async () => {
    const ctx = await testContext('sqlite');
    const header = ['source', 'name'];
    const columns = new Map([
      ['source', 0],
      ['name', 1],
    ]);
    const plan = {
      header,
      columns,
      constants: {},
      telling: [],
      prefixes: new Map(),
      spares: new Map(),
      ignored: [],
    };
    const { former } = rowNamer('leads', plan)(['Fair', 'Ana']);
    await receiveLeads(ctx, [{ source: 'Fair', externalId: former, name: 'Ana' }], {
      by: 'import',
      post: 'none',
    });
    const list = csvFile('source,name\nFair,Ana\nFair,Rui\n');
    expect(await importLeads(ctx, request(list), 'none')).toMatchObject({ taken: 1, unchanged: 1 });
    expect(await importLeads(ctx, request(list), 'none')).toMatchObject({ taken: 0, unchanged: 2 });
  });
});

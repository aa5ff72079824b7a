import { describe, expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { csvFile } from '../support/csv.ts';
import { testDatabaseUrl } from '../support/databases.ts';

describe('an import on the command line', () => {
  it('says what it did and ends with 0', async () => {
    const tango = commandLine();
    const file = csvFile('source,id,date\nWebinar,1,2026-01-05\n,2,2026-01-05\n');
    expect(await tango('leads', 'import', file)).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /\nleads: 2 rows, 2 imported, 0 here already, 0 refused\.\n1 row without a source, kept under "\(no source\)"\.\nImport (\S+): `tango imports undo \1` takes it back\.\n$/,
      ),
      stderr: '',
    });
    expect((await tango('leads', 'import', file)).stdout).toContain('0 imported, 2 here already');
  });

  it('ends with 3 when rows were refused, and names them', async () => {
    const file = csvFile('source,email\nWebinar,dana@harbour.example\nWebinar,\u001b[31mred\n');
    const ran = await commandLine()('leads', 'import', file);
    expect(ran.status).toBe(3);
    expect(ran.stdout).toContain('line 3: email: must be an e-mail address\n');
    expect(ran.stdout).not.toContain('\u001b');
  });

  it('ends with 1 when nothing could be imported, and says what to type', async () => {
    const ran = await commandLine()('leads', 'import', csvFile('orgin,email\nWebinar,a@x.example\n'));
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toContain('tango: missing column source; did you mean --map source=orgin?');
  });

  it('fetches nothing but a Google Sheet', async () => {
    const ran = await commandLine()('leads', 'import', 'https://127.0.0.1/leads.csv');
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toContain('tango: This is not the address of a Google Sheet');
  });

  it('understands --map, --set, --timezone, --date-order and --dry-run', async () => {
    const tango = commandLine({ TEAM_TIMEZONE: 'America/New_York' });
    const file = csvFile('Wer,Wann,x\nDana,01/02/2026 23:30,y\n');
    const options = [
      '--map',
      'name=Wer',
      '--map',
      'receivedAt=Wann',
      '--set',
      'source=Fair',
      '--set',
      'fields.booth=B4',
    ];
    const dry = await tango('leads', 'import', file, ...options, '--date-order', 'dmy', '--dry-run');
    expect(dry.stdout).toContain('name ← Wer (Dana)\n');
    expect(dry.stdout).toContain('Kept with each lead: x.\nWann is day-month-year.\n');
    expect(dry.stdout).toContain(
      'leads: 1 row, 1 fit to be imported, 0 here already, 0 refused. Nothing was written.\n',
    );
    await tango('leads', 'import', file, ...options, '--date-order', 'dmy', '--timezone', 'Asia/Tokyo');
    const report = await tango('report', '--from', '2026-02-01', '--to', '2026-02-01', '--json');
    // Half past eleven at night in Tokyo is the morning of the same day in New York.
    expect(JSON.parse(report.stdout)).toMatchObject({ rows: [{ key: 'Fair', leads: 1 }] });
  });

  it('prints a report by month for a spreadsheet, in which no name is a formula', async () => {
    const tango = commandLine();
    await tango('leads', 'import', csvFile('source,id,created_at\n=1+1,1,2026-01-31\nWeb,2,2026-02-01\n'));
    const days = ['report', '--from', '2026-01-01', '--to', '2026-03-31', '--csv'];
    const months = (await tango(...days, '--by', 'month')).stdout.trim().split('\n');
    expect(months[0]).toMatch(/^month,leads,claimed,qualified,rejected,won,lost,open,value,spend,/);
    expect(months.slice(1).map((line) => line.slice(0, 10))).toEqual(['2026-01,1,', '2026-02,1,']);
    expect((await tango(...days)).stdout).toContain("\n'=1+1,1,");
    await tango('outcomes', 'import', csvFile('externalId,outcome,at\n2,won,2026-01-22\n'));
    // Won ten days before it arrived: a number all the same.
    expect((await tango(...days)).stdout).toMatch(/\nWeb,1,.*,-10\n/);
    expect((await tango(...days, '--json')).stderr).toContain('cannot be used with option');
  });

  it('shows its progress on stderr, when asked to although nobody looks on', async () => {
    const ran = await commandLine()('leads', 'import', csvFile('source,id\nWebinar,1\n'), '--progress');
    expect(ran.stderr).toContain('1/1 rows');
    expect(ran.stdout).toContain('1 imported');
  });

  it('works on PostgreSQL alike', async () => {
    const tango = commandLine({ DATABASE_URL: await testDatabaseUrl('postgres') });
    expect((await tango('leads', 'import', csvFile('source,id\nWebinar,1\n'))).stdout).toContain(
      '1 imported',
    );
    expect((await tango('outcomes', 'import', csvFile('id,outcome,value\n1,won,5\n'))).status).toBe(0);
  });
});

describe('wrong usage ends with 2 and names what is wrong', () => {
  it.each([
    [['leads', 'import', 'x.csv', '--set', 'colour=red'], 'There is no field colour'],
    [['leads', 'import', 'x.csv', '--set', 'source=a', '--map', 'source=b'], 'source is given both'],
    [['leads', 'import', 'x.csv', '--timezone', 'Mars/Base'], 'It must be an IANA time zone'],
    [['report', '--from', '2026-11-01'], "required option '--to <day>' not specified"],
    [['report', '--from', '2026-02-30', '--to', '2026-03-01'], 'It must be a day such as'],
    [['scorecard', '2026-W54'], 'It must be an ISO week'],
    [['dance'], "unknown command 'dance'"],
  ])('tango %j', async (args, words) => {
    const ran = await commandLine()(...args);
    expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(words) });
  });
});

describe('other endings', () => {
  it('1 for a file that is not there, a bad setting, and a command that is still to come', async () => {
    expect(await commandLine()('leads', 'import', 'no.csv')).toMatchObject({
      status: 1,
      stderr: 'tango: There is no file no.csv\n',
    });
    const bad = await commandLine({ TEAM_CURRENCY: 'euro' })(
      'report',
      '--from',
      '2026-01-01',
      '--to',
      '2026-01-02',
    );
    expect(bad).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('TEAM_CURRENCY must be an ISO 4217 code'),
    });
    expect(await commandLine()('doctor')).toMatchObject({
      status: 1,
      stderr: 'tango: doctor is not in this version yet\n',
    });
  });

  it('0 for help and for a scorecard of a week without a lead', async () => {
    expect(await commandLine()('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('report'),
    });
    const tango = commandLine();
    await tango('leads', 'import', csvFile('source,id,date\nFair,1,2026-01-05\n'));
    expect(await tango('scorecard', '2026-W47')).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse((await tango('scorecard', '2026-W47', '--json')).stdout)).toMatchObject({
      week: '2026-W47',
    });
  });
});

describe('the report as a table', () => {
  it('names the currency, marks what is too few to judge, and says what it could not count', async () => {
    const tango = commandLine({ TEAM_CURRENCY: 'CHF' });
    await tango('leads', 'import', csvFile('source,id,date\nFair,1,2026-11-10\n'));
    await tango('outcomes', 'import', csvFile('id,won_date,value\n1,2026-11-09,1200.50\n'));
    await tango('spend', 'import', csvFile('side,source,date,amount\nsales,,2026-11-01,300\n'));
    const { stdout } = await tango('report', '--from', '2026-11-01', '--to', '2026-11-30');
    expect(stdout).toContain('Leads that arrived from 2026-11-01 to 2026-11-30. Amounts in CHF.');
    expect(stdout).toContain('* 100.0 %');
    expect(stdout).toContain('* fewer than 10 leads: too few to judge');
    expect(stdout).toContain('1,200.50');
    expect(stdout).toContain('Spend that names no source, in the total only: 300.00.');
    expect(stdout).toContain(
      'Won before they arrived, counted as they are: 1 (arrived 2026-11-10, won 2026-11-09).',
    );
  });
});

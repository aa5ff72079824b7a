import { describe, expect, it } from 'vitest';
import { findSpendBetween } from '../../src/store/money/spend.ts';
import { cardsOf } from '../support/cards.ts';
import { DIALECTS } from '../support/databases.ts';
import { fileRoom } from '../support/file-room.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, LEADS, MAX, MIA } from '../support/people.ts';
import { workbook, zip } from '../support/workbook.ts';

const FAIR = [
  'Name;E-Mail-Adresse;Firma;Datum;Halle',
  'Ute Krämer;ute@kraemer.example;Krämer AG;16.11.2026;B4',
  'Ana Example;ana@pier.example;Pier Inns;03.02.2026;A1',
  'Ben;broken(at)example;;17.11.2026;A1',
  ';;;17.11.2026;C',
].join('\n');

for (const dialect of DIALECTS) {
  it(`A marketer drops a list of a fair, names its source, imports it, and takes it back, on ${dialect}`, async () => {
    const { emulator, drop, latest, click, settle, told } = await fileRoom({ dialect });
    const mia = emulator.as(MIA);
    await drop(MIA, 'november-fair.csv', FAIR);
    expect(told(MIA)).toHaveLength(1);
    expect(textOf(latest(MIA))).toContain('*november-fair.csv* · 4 rows · looks like: leads');
    expect(textOf(latest(MIA))).toContain('*E-mail* ← E-Mail-Adresse · _ute@kraemer.example_');
    expect(textOf(latest(MIA))).toContain('*Arrived* ← Datum · _16.11.2026_ = 16 November 2026');
    expect(textOf(latest(MIA))).toContain('Kept with the lead as other answers: Halle');
    expect(textOf(latest(MIA))).toContain('*Where do these leads come from?*');
    expect(buttonsOf(latest(MIA))).toEqual(['Change…', 'Cancel']);

    await mia.click(latest(MIA), 'Change…');
    const modal = await mia.openModal('brought_file_change_modal');
    // Sources are searched for; one that is new can still be typed, and is said to be new.
    const offered = await mia.suggestions(modal, 'file_source', 'Trade fair');
    expect(offered.map(({ text }) => text)).toMatchObject([{ text: 'New source: Trade fair' }]);
    expect(await mia.submit(modal, { file_source: 'Trade fair' })).toMatchObject({ result: 'closed' });
    await settle();
    expect(textOf(latest(MIA))).toContain('Source = *Trade fair*, a new one');
    expect(textOf(latest(MIA))).toContain('• 1 row is refused\n• 1 lead older than 3 days: no card');
    expect(textOf(latest(MIA))).toContain('• 2 cards will be posted');
    expect(buttonsOf(latest(MIA))).toEqual(['Import', 'Change…', 'Cancel']);

    await click(MIA, 'Import');
    expect(textOf(latest(MIA))).toContain(
      '3 leads came in. 1 row was refused: the file in this thread names each',
    );
    expect(cardsOf(emulator)).toHaveLength(2);
    const below = mia.directMessage().messages.find(({ fileIds, botId }) => botId && fileIds.length > 0);
    expect(below?.threadTs).toBe(latest(MIA).ts);
    const refused = emulator.workspace.files.find(below?.fileIds[0] ?? '')?.content.toString('utf8');
    expect(refused?.split('\r\n')[1]).toContain(',,,17.11.2026,C,5,,"nobody is named: there is no name');

    await click(MIA, 'Take it back');
    expect(textOf(latest(MIA))).toContain('3 rows are gone.');
    expect(told(MIA)).toHaveLength(1);
  });
}

describe('A dropped file', () => {
  it('says of how many leads nobody hears, since they do not say when they came', async () => {
    const { drop, click, latest } = await fileRoom();
    await drop(MIA, 'fair.csv', 'source,name,date\nFair,Ana,2026-11-17\nFair,Ben,\nFair,Cem,\n');
    await click(MIA, 'Import');
    expect(textOf(latest(MIA))).toContain('3 leads came in. 2 have no date, and so no card.');
  });

  it('whose column is said to be the source is no more of the one source that was named for all', async () => {
    const { drop, emulator, settle, latest } = await fileRoom();
    const mia = emulator.as(MIA);
    await drop(MIA, 'fair.csv', 'name,Quelle2,date\nAna,Fair,2026-11-17\n');
    await mia.click(latest(MIA), 'Change…');
    await mia.submit(await mia.openModal('brought_file_change_modal'), { file_source: 'Webinar' });
    await settle();
    expect(textOf(latest(MIA))).toContain('Source = *Webinar*');
    await mia.click(latest(MIA), 'Change…');
    await mia.submit(await mia.openModal('brought_file_change_modal'), { column_1: 'source' });
    await settle();
    expect(textOf(latest(MIA))).toContain('*Source* ← Quelle2');
    expect(textOf(latest(MIA))).not.toContain('Webinar');
  });

  it('is told to be here already when it comes once more', async () => {
    const { drop, click, latest } = await fileRoom();
    const list = 'source,name,date\nFair,Ana,2026-11-17\n';
    await drop(MIA, 'fair.csv', list);
    await click(MIA, 'Import');
    await drop(MIA, 'fair (1).csv', list);
    expect(textOf(latest(MIA))).toContain('You have this already: it was imported');
    expect(textOf(latest(MIA))).toContain('1 row is here already');
    expect(buttonsOf(latest(MIA))).toEqual(['Change…', 'Cancel']);
  });

  it('is spend of the days that its title names, where no column has any', async () => {
    const { drop, click, latest } = await fileRoom();
    const title = 'Campaign performance\n"November 1, 2026 - November 15, 2026"\n';
    await drop(
      MIA,
      'report.csv',
      `${title}Campaign,Currency code,Cost\nHotels Q4,EUR,1200.50\nSpas,EUR,99\n`,
    );
    expect(textOf(latest(MIA))).toContain('*report.csv* · 2 rows · looks like: what was spent');
    await click(MIA, 'Marketing’s');
    expect(textOf(latest(MIA))).toContain('Days = *1–15 November 2026*, as the file’s title names them');
    await click(MIA, 'Import');
    expect(textOf(latest(MIA))).toContain('2 rows came in');
  });

  it.each([
    ['1. November 2026 - 15. November 2026', '1–15 November 2026'],
    ['"Zeitraum: 01.11.2026 - 15.11.2026"', '1–15 November 2026'],
    ['Del 1 de noviembre de 2026 al 15 de noviembre de 2026', '1–15 November 2026'],
    ['2026年11月1日～2026年11月15日', '1–15 November 2026'],
  ])('is spend of the days that its title names, as %s', async (title, days) => {
    const { drop, latest } = await fileRoom();
    await drop(
      MIA,
      'report.csv',
      `Kampagnen\n${title}\nKampagne;Währungscode;Kosten\nHotels Q4;EUR;1200,50\n`,
    );
    expect(textOf(latest(MIA))).toContain('looks like: what was spent');
    expect(textOf(latest(MIA))).toContain(`Days = *${days}*, as the file’s title names them`);
  });

  it('of costs by campaign without any days is asked for them, and is no list of leads', async () => {
    const { drop, click, latest, emulator, settle } = await fileRoom();
    const mia = emulator.as(MIA);
    await drop(
      MIA,
      'report.csv',
      'Bericht\nGesamter Zeitraum\nCampaign,Currency code,Cost\nHotels Q4,EUR,12\nSpas,EUR,9\n',
    );
    expect(textOf(latest(MIA))).toContain('looks like: what was spent');
    expect(textOf(latest(MIA))).toContain('*For which days was it?*');
    await click(MIA, 'Marketing’s');
    expect(buttonsOf(latest(MIA))).not.toContain('Import');
    await mia.click(latest(MIA), 'Change…');
    const modal = await mia.openModal('brought_file_change_modal');
    expect(await mia.submit(modal, { days: 'soon' })).toMatchObject({ result: 'errors' });
    expect(await mia.submit(modal, { days: '1–15 Nov 2026' })).toMatchObject({ result: 'closed' });
    await settle();
    expect(textOf(latest(MIA))).toContain('Days = *1–15 November 2026*');
    await click(MIA, 'Import');
    expect(textOf(latest(MIA))).toContain('2 rows came in');
  });

  it('of deals before its leads is told so first, and after them it is not', async () => {
    const { drop, click, latest } = await fileRoom();
    const deals = 'email,stage,value,currency\nana@x.example,won,100,EUR\nben@x.example,lost,,\n';
    await drop(MAX, 'deals.csv', deals);
    expect(textOf(latest(MAX))).toContain('• Most of these deals are of leads that are not here.');
    await drop(MIA, 'leads.csv', 'source,name,email\nFair,Ana,ana@x.example\nFair,Ben,ben@x.example\n');
    await click(MIA, 'Import');
    await drop(MAX, 'deals.csv', deals);
    expect(textOf(latest(MAX))).not.toContain('not here');
  });

  it('fills what is empty in leads that are here, where a column was left unused, and that is taken back alone', async () => {
    const { drop, click, latest, emulator, settle } = await fileRoom();
    const mia = emulator.as(MIA);
    const list = 'source,name,Halle\nFair,Ana,B4\nFair,Ben,\n';
    await drop(MIA, 'fair.csv', list);
    await click(MIA, 'Import');
    expect(textOf(latest(MIA))).toContain('2 leads came in.');
    await drop(MIA, 'fair.csv', list);
    expect(buttonsOf(latest(MIA))).toEqual(['Change…', 'Cancel']);
    await mia.click(latest(MIA), 'Change…');
    const modal = await mia.openModal('brought_file_change_modal');
    expect(await mia.submit(modal, { column_2: 'region' })).toMatchObject({ result: 'closed' });
    await settle();
    expect(textOf(latest(MIA))).toContain(
      '1 lead here already knows less than this file (Region in 1 row): “Fill what is empty” adds it',
    );
    await click(MIA, 'Fill what is empty');
    expect(textOf(latest(MIA))).toContain('1 lead here already: what was empty is filled (Region in 1 row)');
    expect(buttonsOf(latest(MIA))).toEqual(['Import', 'Change…', 'Leave them as they are', 'Cancel']);
    await click(MIA, 'Import');
    expect(textOf(latest(MIA))).toContain('0 leads came in. 1 was brought up to date. 1 was here already.');
    await click(MIA, 'Take it back');
    expect(textOf(latest(MIA))).toContain('What 1 row had brought or filled in is gone.');
  });

  it.each([
    ['It replaces that one', '1 row came in.', 90],
    ['Both count', '1 row came in.', 790],
    ['Leave it out', null, 700],
  ])(
    'whose amount covers a part of days that are counted is asked about: %s',
    async (answer, said, minor) => {
      const { drop, click, latest, bot } = await fileRoom();
      const costs = (rows: string) => `side,source,from,to,amount\n${rows}`;
      await drop(MIA, 'month.csv', costs('marketing,Google,2026-10-01,2026-10-31,700\n'));
      await click(MIA, 'Import');
      await drop(MIA, 'week.csv', costs('marketing,Google,2026-10-05,2026-10-09,90\n'));
      expect(textOf(latest(MIA))).toContain('*One amount covers a part of the days of an earlier one*');
      expect(buttonsOf(latest(MIA))).not.toContain('Import');
      await click(MIA, answer);
      if (said === null) expect(buttonsOf(latest(MIA))).not.toContain('Import');
      else await click(MIA, 'Import');
      if (said !== null) expect(textOf(latest(MIA))).toContain(said);
      const counted = await bot.ctx.db.transaction((tx) => findSpendBetween(tx, '2026-10-01', '2026-10-31'));
      expect(counted.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(minor * 100);
    },
  );

  it('of which no column is understood says which are needed', async () => {
    const { drop, latest } = await fileRoom();
    await drop(MIA, 'x.csv', 'a,b\n1,2\n');
    expect(textOf(latest(MIA))).toContain(
      '*No column is understood as Id or Name or E-mail or Phone or Company.*',
    );
  });

  it('with more than fifty new leads asks before it posts them', async () => {
    const { drop, click, latest, emulator } = await fileRoom({ pace: false });
    const rows = Array.from({ length: 51 }, (_, at) => `Fair,Person ${at},2026-11-17`);
    await drop(MIA, 'fair.csv', `source,name,date\n${rows.join('\n')}\n`);
    expect(textOf(latest(MIA))).toContain('*51 cards* would go into the channel');
    await click(MIA, 'Post none');
    await click(MIA, 'Import');
    expect(textOf(latest(MIA))).toContain('51 leads came in.');
    expect(cardsOf(emulator)).toHaveLength(0);
  });

  it('may be a workbook, whatever its name', async () => {
    const { drop, latest } = await fileRoom();
    const sheets = [
      {
        name: 'Besucher',
        rows: [
          ['Quelle', 'Name'],
          ['Messe', 'Ana'],
        ],
      },
      { name: 'Notizen', rows: [['x']] },
    ];
    await drop(MIA, 'besucher', zip(workbook({ sheets })));
    expect(textOf(latest(MIA))).toContain('*besucher* · sheet “Besucher” · 1 row');
    expect(textOf(latest(MIA))).toContain('Not read: the sheet “Notizen”');
  });

  it.each([
    ['empty.csv', '', 'cannot be imported. empty.csv is empty'],
    ['deck.pdf', '%PDF-1.7', 'This is a PDF document'],
    ['only-header.csv', 'source,name\n', 'has a header line and no rows'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'This is an old Excel workbook (.xls).'],
  ])('that is none is said: %s', async (name, content, words) => {
    const { drop, latest } = await fileRoom();
    await drop(MIA, name, content);
    expect(textOf(latest(MIA))).toContain(words);
    expect(textOf(latest(MIA))).not.toContain('/tmp');
  });

  it('is not imported once it was deleted or has become another', async () => {
    const { drop, click, latest, emulator } = await fileRoom();
    const id = await drop(MIA, 'fair.csv', 'source,name\nFair,Ana\n');
    emulator.workspace.files.delete(id);
    await click(MIA, 'Import');
    expect(textOf(latest(MIA))).toContain('The file is not in Slack any more');
  });

  it('is imported once, however often somebody clicks', async () => {
    const { drop, latest, emulator, settle } = await fileRoom();
    await drop(MIA, 'fair.csv', 'source,name\nFair,Ana\n');
    const mia = emulator.as(MIA);
    const plan = latest(MIA);
    await Promise.allSettled([
      mia.click(plan, 'Import'),
      mia.click(plan, 'Import'),
      mia.click(plan, 'Cancel'),
    ]);
    await settle();
    expect(textOf(latest(MIA))).toMatch(/1 lead came in\.|was not imported/);
  });

  it('with another app is asked for as a file, and of twenty files five are looked at', async () => {
    const { emulator, settle, told } = await fileRoom();
    const mia = emulator.as(MIA);
    const drive = mia.upload('Besucher', Buffer.from(''), 'external');
    mia.sayToBot('', { files: [drive.id] });
    await settle();
    expect(told(MIA).map(textOf).join()).toContain('This file lies with another app');
    const many = Array.from(
      { length: 20 },
      (_, at) => mia.upload(`${at}.csv`, Buffer.from('source,name\nFair,Ana\n')).id,
    );
    mia.sayToBot('', { files: many });
    await settle();
    expect(told(MIA).map(textOf).join()).toContain('please send the other 15 again');
    expect(told(MIA)).toHaveLength(1 + 5 + 1);
  });

  it('of somebody who may not is refused in words that name whom to ask', async () => {
    const { drop, latest, told } = await fileRoom();
    await drop(ANA, 'fair.csv', 'source,name\nFair,Ana\n');
    expect(told(ANA)).toHaveLength(1);
    expect(latest(ANA).text).toContain('Only marketing and managers import files.');
  });

  it('of deals is imported by managers alone', async () => {
    const { drop, emulator, latest, click } = await fileRoom();
    const leads = 'source,name,email,date\nFair,Ana,ana@x.example,2026-11-17\n';
    await drop(MIA, 'leads.csv', leads);
    await click(MIA, 'Import');
    const deals = 'email,stage,value,currency\nana@x.example,won,100,EUR\n';
    await drop(MIA, 'deals.csv', deals);
    expect(textOf(latest(MIA))).toContain('deals that were won or lost');
    await emulator.as(MIA).click(latest(MIA), 'Import');
    await emulator.settled();
    expect(
      emulator
        .as(MIA)
        .directMessage()
        .messages.map(({ text }) => text)
        .join(),
    ).toContain('Only managers import');
    await drop(MAX, 'deals.csv', deals);
    await click(MAX, 'Import');
    expect(textOf(latest(MAX))).toContain('1 row came in.');
  });

  it('may be chosen on a message, and is shown in the direct messages', async () => {
    const { emulator, settle, latest } = await fileRoom();
    const mia = emulator.as(MIA);
    const file = mia.upload('fair.csv', Buffer.from('source,name\nFair,Ana\n'));
    const message = mia.say(LEADS, 'The list', { files: [file.id] });
    await mia.messageShortcut('import_file', message);
    await settle();
    expect(textOf(latest(MIA))).toContain('*fair.csv* · 1 row');
    const words = mia.say(LEADS, 'No file');
    await mia.messageShortcut('import_file', words);
    await expect.poll(() => textOf(mia.topModal() ?? { blocks: [] })).toContain('no file in this message');
  });
});

it('A CRM’s export comes with what became of its leads: unknown words are asked, owners found by their address', async () => {
  const { drop, latest, click, emulator, bot, settle } = await fileRoom();
  const mia = emulator.as(MIA);
  const rows = [
    'Lead ID;Source;Name;Lead Owner;Status;Created;Close date',
    '1;Web;Ada;Ana@sample.example;Warm;01.03.2024;',
    '2;Web;Bea;gone@old.example;Closed Won;02.03.2024;20.03.2024',
    '3;Web;Cid;;Junk Lead;03.03.2024;',
  ];
  await drop(MIA, 'crm.csv', rows.join('\n'));
  expect(textOf(latest(MIA))).toContain('holds words that I do not know: “Warm” (1 row)');
  expect(buttonsOf(latest(MIA))).not.toContain('Import');
  await mia.click(latest(MIA), 'Say what they mean…');
  await mia.submit(await mia.openModal('brought_file_words_modal'), { word_0: 'working' });
  await settle();
  expect(textOf(latest(MIA))).toContain('“Closed Won” is won');
  expect(textOf(latest(MIA))).toContain('Nobody here is “gone@old.example” (1 row)');
  await click(MIA, 'Import');
  expect(textOf(latest(MIA))).toContain('3 leads came in.');
  const leads = await bot.ctx.db.transaction((tx) =>
    tx.sql
      .selectFrom('lead')
      .select(['externalId', 'state', 'owner', 'fields'])
      .orderBy('externalId')
      .execute(),
  );
  expect(leads).toEqual([
    { externalId: '1', state: 'claimed', owner: ANA, fields: '{}' },
    { externalId: '2', state: 'won', owner: null, fields: '{"Lead Owner":"gone@old.example"}' },
    { externalId: '3', state: 'rejected', owner: null, fields: '{}' },
  ]);
});

import { expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { csvFile } from '../support/csv.ts';

const LEADS = [
  'id,email,source,campaign,created',
  '1,a@a.example,Google Ads,Hotels,2026-11-01',
  '2,b@b.example,AdWords,Hotels winter,2026-11-01',
  '3,c@c.example,google ads,Hotles winter,2026-11-01',
  '',
].join('\n');

it('lists sources and campaigns with their spellings, merges, renames, takes apart and back', async () => {
  const tango = commandLine();
  await tango('leads', 'import', csvFile(LEADS));
  const report = async () => {
    const { stdout } = await tango('report', '--from', '2026-11-01', '--to', '2026-11-30', '--json');
    return JSON.parse(stdout).rows.map(({ key, leads }: { key: string; leads: number }) => [key, leads]);
  };
  expect((await tango('sources')).stdout).toContain('AdWords: ');
  expect((await tango('sources', 'merge', 'adwords', 'INTO', 'GOOGLE ADS')).status).toBe(0);
  expect(await report()).toEqual([['Google Ads', 3]]);
  expect((await tango('sources')).stdout).toMatch(/Google Ads: \d+ leads?, also “AdWords”/);
  expect((await tango('sources')).stdout).toMatch(/may be the same .*:\nHotles winter, Hotels winter/);
  await tango('sources', 'merge', 'Hotles winter', 'into', 'Hotels winter', '--in', 'Google Ads');
  await tango('sources', 'rename', 'adwords', 'Google');
  expect(await report()).toEqual([['Google', 3]]);
  const json = JSON.parse((await tango('sources', '--json')).stdout);
  expect(json.sources).toMatchObject([
    { name: 'Google', spellings: ['AdWords', 'Google Ads', 'Google'], ids: [] },
  ]);
  expect(json.sources[0].campaigns.map(({ name }: { name: string }) => name).sort()).toEqual([
    'Hotels',
    'Hotels winter',
  ]);
  expect((await tango('sources', 'undo')).stdout).toBe('Taken back.\n');
  expect((await tango('sources', 'undo')).status).toBe(0);
  expect((await tango('sources', 'undo')).status).toBe(0);
  expect(await report()).toEqual([
    ['Google Ads', 2],
    ['AdWords', 1],
  ]);
  expect(await tango('sources', 'undo')).toMatchObject({
    status: 1,
    stderr: 'tango: Nothing has been changed that could be taken back.\n',
  });
  expect((await tango('sources', 'merge', 'Fair', 'INTO', 'Google Ads')).stderr).toContain(
    'nothing that is called Fair',
  );
  expect((await tango('sources', 'merge', 'Fair')).stderr).toContain('tango sources merge A INTO B');
});

it('a name under which known leads came is said to be the same source, or another one', async () => {
  const tango = commandLine();
  const list = (source: string, from: number) =>
    csvFile(`id,email,source\n${[from, from + 1].map((n) => `${n},p${n}@x.example,${source}`).join('\n')}\n`);
  await tango('leads', 'import', list('Webinar', 1));
  await tango('leads', 'import', list('Webinare 2026', 1));
  expect((await tango('sources')).stdout).toContain('Webinare 2026: 2 leads that came as Webinar before');
  expect((await tango('sources', 'merge', 'Webinare 2026', 'INTO', 'Webinar')).status).toBe(0);
  expect((await tango('sources')).stdout).toMatch(/Webinar: \d+ leads?, also “Webinare 2026”/);

  await tango('leads', 'import', list('Seminar', 1));
  expect((await tango('sources', 'apart', 'Seminar', 'Webinar')).stdout).toBe(
    'Seminar and Webinar are not the same.\n',
  );
  expect((await tango('sources')).stdout).not.toContain('that came as');
  expect((await tango('sources', 'apart', 'Seminar', 'Fair')).stderr).toContain(
    'nothing that is called Fair',
  );
});

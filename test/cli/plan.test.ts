import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { csvFile } from '../support/csv.ts';

const today = () => new Date().toISOString();
const many = (count: number) =>
  csvFile(
    `source,id,created_at\n${Array.from({ length: count }, (_, n) => `Fair,${n},${today()}`).join('\n')}\n`,
  );

it('More than fifty cards are not posted where nobody can be asked, and it says so; --post posts them', async () => {
  const tango = commandLine({ LEADS_CHANNEL: 'C_LEADS' });
  const ran = await tango('leads', 'import', many(51));
  expect(ran.stdout).toContain('51 cards would be posted, about 51 seconds');
  expect(ran.stdout).toContain('51 cards not posted, since nobody was asked: --post recent posts them.');
  expect(ran.stdout).not.toContain('to be posted in');
  const few = commandLine({ LEADS_CHANNEL: 'C_LEADS' });
  expect((await few('leads', 'import', many(50))).stdout).toContain('50 cards to be posted in C_LEADS');
  const said = commandLine({ LEADS_CHANNEL: 'C_LEADS' });
  expect((await said('leads', 'import', many(51), '--post', 'all', '--dry-run')).stdout).not.toContain(
    'unasked',
  );
  expect((await said('leads', 'import', many(51), '--post', 'recent')).stdout).toContain(
    '51 cards to be posted',
  );
});

it('The plan and the result are JSON for programs; columns are left out, and a currency is said', async () => {
  const tango = commandLine();
  const file = csvFile('source,id,Secret\nFair,1,x\n');
  const { stdout } = await tango('leads', 'import', file, '--json', '--ignore', 'secret');
  expect(JSON.parse(stdout)).toMatchObject({
    plan: { noun: 'leads', rows: 1, unread: [{ column: 'Secret', isKept: false }], counts: { taken: 1 } },
    result: { taken: 1, refused: [] },
  });
  const spend = csvFile('side,source,from,amount\nmarketing,Fair,2026-11-01,12\n');
  await tango('spend', 'import', spend, '--currency', 'chf');
  expect((await tango('spend', 'list')).stdout).toContain('CHF');
  expect((await tango('leads', 'import', file, '--ignore', 'Secrt')).stderr).toContain('did you mean Secret');
  expect((await tango('spend', 'import', spend, '--currency', 'francs')).status).toBe(2);
});

it('Deals that come before their leads are told so once, before the rows', async () => {
  const tango = commandLine();
  const deals = csvFile('id,outcome\n1,won\n2,lost\n3,won\n');
  const first = 'Most of these deals are of leads that are not here.';
  const { stdout } = await tango('outcomes', 'import', deals);
  expect(stdout.split(first)).toHaveLength(2);
  expect(stdout.indexOf(first)).toBeLessThan(stdout.indexOf('There is no lead'));
  await tango('leads', 'import', csvFile('source,id\nFair,1\nFair,2\n'));
  expect((await tango('outcomes', 'import', deals)).stdout).not.toContain(first);
});

const LAUNCHER = fileURLToPath(new URL('../../src/cli/tango.js', import.meta.url));

/** As a person in a terminal: each answer is typed once its question stands there. */
function inTerminal(args: readonly string[], answers: readonly [RegExp, string][]): Promise<string> {
  const command = [process.execPath, LAUNCHER, ...args].map((word) => `'${word}'`).join(' ');
  const { PATH = '' } = process.env;
  const env = { PATH, DATABASE_URL: `file:${csvFile('', 'tango.db')}`, TERM: 'dumb' };
  const child = spawn('script', ['-qec', command, '/dev/null'], { env });
  return new Promise((resolve) => {
    let [shown, from] = ['', 0];
    const open = [...answers];
    child.stdout.on('data', (chunk) => {
      shown += chunk;
      const [next] = open;
      if (!next?.[0].test(shown.slice(from))) return;
      from = shown.length;
      open.shift();
      child.stdin.write(`${next[1]}\n`);
    });
    child.on('close', () => resolve(shown));
  });
}

it('In a terminal somebody is asked what the file leaves open, and whether to take it', async () => {
  const file = csvFile('source,id,date\nFair,1,01/02/2026\nFair,2,03/04/2026\n');
  const shown = await inTerminal(
    ['leads', 'import', file],
    [
      [/Which is it\? \[dmy\/mdy\]/, 'mdy'],
      [/Import it\? \[yes\/no\]/, ''],
    ],
  );
  expect(shown).toContain('date is month-day-year.');
  expect(shown).toContain('2 new, 0 here already, 0 refused');
  expect(shown).toContain('2 imported');
});

it('Whoever says no has imported nothing', async () => {
  const shown = await inTerminal(['leads', 'import', csvFile('source,id\nFair,1\n')], [[/Import it\?/, 'n']]);
  expect(shown).toContain('Nothing was imported.');
});

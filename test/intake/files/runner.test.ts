import { expect, it } from 'vitest';
import type { BroughtFileId } from '../../../src/domain/brought-file/brought-file.ts';
import { FileRunner } from '../../../src/intake/files/runner.ts';
import { createLogger } from '../../../src/logger.ts';
import { createFilesClient } from '../../../src/slack/files-client.ts';
import { bringFiles } from '../../../src/usecases/brought-file/bring-files.ts';
import { changeFile, importFile } from '../../../src/usecases/brought-file/decide-file.ts';
import { BROUGHT, SHEET, storedFiles } from '../../support/brought-file.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { MIA } from '../../support/people.ts';

const log = createLogger('silent');

/** Slack is nowhere: whoever is asked there is out of reach. */
function runner(ctx: TestContext, answer: () => Response) {
  const asked: string[] = [];
  const ask = (url: URL) => {
    asked.push(url.href);
    return Promise.resolve(answer());
  };
  const source = createFilesClient({ token: 'xoxb-1', apiUrl: 'http://127.0.0.1:1/api/', logger: log });
  return { asked, files: new FileRunner({ ctx, source, log, ask }) };
}

function csv(text: string): Response {
  const headers = {
    'content-type': 'text/csv',
    'content-disposition': "attachment; filename*=UTF-8''Leads%20-%20Fair.csv",
  };
  return new Response(text, { headers });
}

const bring = (ctx: TestContext) =>
  bringFiles(ctx, { ...BROUGHT, files: [{ fileId: SHEET, name: 'Google Sheet' }] });

it('A link to a Google Sheet is looked at and imported like a file, as long as it stays as it was shown', async () => {
  const ctx = await testContext('sqlite');
  let text = 'source,name,date\nFair,Ana,2026-11-17\n';
  const { files, asked } = runner(ctx, () => csv(text));
  await bring(ctx);
  await files.runOnce();
  expect(asked).toEqual([
    'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/export?format=csv&gid=7',
  ]);
  const [shown] = await storedFiles(ctx);
  expect(shown).toMatchObject({ state: 'shown', name: 'Leads - Fair.csv' });
  const decision = { person: MIA, id: shown?.id as BroughtFileId };
  text += 'Fair,Ben,2026-11-17\n';
  await importFile(ctx, decision);
  await files.runOnce();
  expect(await storedFiles(ctx)).toMatchObject([
    { state: 'failed', problem: expect.stringContaining('It has changed') },
  ]);
  await changeFile(ctx, { ...decision, changes: {} });
  await files.runOnce();
  await importFile(ctx, decision);
  await files.runOnce();
  expect(await storedFiles(ctx)).toMatchObject([{ state: 'done', rowsDone: 2 }]);
  const leads = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').select('name').orderBy('name').execute(),
  );
  expect(leads).toEqual([{ name: 'Ana' }, { name: 'Ben' }]);
});

it('What Google does not show without signing in is said', async () => {
  const ctx = await testContext('sqlite');
  const { files } = runner(
    ctx,
    () => new Response('<title>Sign in</title>', { headers: { 'content-type': 'text/html' } }),
  );
  await bring(ctx);
  await files.runOnce();
  expect(await storedFiles(ctx)).toMatchObject([
    { state: 'failed', problem: expect.stringContaining('Google asks to sign in') },
  ]);
});

it('Where Slack does not answer it is tried again, and given up in the end', async () => {
  const ctx = await testContext('sqlite');
  const { files } = runner(ctx, () => csv(''));
  await bringFiles(ctx, BROUGHT);
  await files.runOnce();
  expect(await storedFiles(ctx)).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  for (let attempt = 2; attempt <= 10; attempt++) {
    ctx.clock.move(60_000);
    await files.runOnce();
  }
  expect(await storedFiles(ctx)).toMatchObject([{ state: 'failed', attempts: 10 }]);
});

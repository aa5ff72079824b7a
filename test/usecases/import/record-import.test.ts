import { expect, it } from 'vitest';
import { importLeads } from '../../../src/intake/csv/import-leads.ts';
import { loadImports } from '../../../src/usecases/import/load-imports.ts';
import { importRecord } from '../../../src/usecases/import/record-import.ts';
import { bring } from '../../support/brought.ts';
import { testContext } from '../../support/context.ts';
import { csvFile, request } from '../../support/csv.ts';
import { MIA } from '../../support/people.ts';

const MANY = `source,id,created_at\n${Array.from({ length: 1200 }, (_, n) => `Fair,${n},2026-11-0${1 + (n % 9)}`).join('\n')}\n`;

it('What was stopped half-way says how far it came, and the same file goes on with the rest', async () => {
  const ctx = await testContext('sqlite');
  const stop = new AbortController();
  const record = importRecord(ctx, { noun: 'leads', fileName: 'many.csv', by: MIA });
  const asked = request(csvFile(MANY), { record, signal: stop.signal, onProgress: () => stop.abort() });
  expect(await importLeads(ctx, asked, 'none')).toMatchObject({ taken: 1024, stoppedAfter: 1024 });
  expect(await loadImports(ctx, 1)).toMatchObject([{ state: 'stopped', rowsInAll: 1200, rowsDone: 1024 }]);
  expect(await bring(ctx, 'leads', MANY)).toMatchObject({ taken: 176, unchanged: 1024 });
});

it('What fails half-way is listed as that', async () => {
  const ctx = await testContext('sqlite');
  const record = importRecord(ctx, { noun: 'leads', fileName: 'many.csv', by: MIA });
  const onProgress = () => {
    throw new Error('the disk is full');
  };
  await expect(importLeads(ctx, request(csvFile(MANY), { record, onProgress }), 'none')).rejects.toThrow(
    'the disk',
  );
  expect(await loadImports(ctx, 1)).toMatchObject([{ state: 'failed', taken: 1024 }]);
});

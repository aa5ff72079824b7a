import { describe, expect, it } from 'vitest';
import type { BroughtFileId } from '../../src/domain/brought-file/brought-file.ts';
import { DAY } from '../../src/domain/time/duration.ts';
import { FileRunner } from '../../src/intake/files/runner.ts';
import { createLogger } from '../../src/logger.ts';
import { render } from '../../src/messages/index.ts';
import { createFilesClient } from '../../src/slack/files-client.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import { bringFiles } from '../../src/usecases/brought-file/bring-files.ts';
import { cancelFile, changeFile, importFile, undoFile } from '../../src/usecases/brought-file/decide-file.ts';
import { bringWatched, endSheetWatch, watchSheet } from '../../src/usecases/brought-file/watch-sheet.ts';
import type { Context } from '../../src/usecases/context.ts';
import { forgetDeliveries } from '../../src/usecases/delivery/forget-deliveries.ts';
import { BROUGHT, SHEET, storedFiles } from '../support/brought-file.ts';
import { testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { announced } from '../support/one-lead.ts';
import { MIA } from '../support/people.ts';

const HEAD = 'source,id,name,date\n';

/** Google is a stand-in; Slack is nowhere. */
async function sheetRoom(dialect: DialectName) {
  const ctx = await testContext(dialect);
  const sheet = { text: `${HEAD}Fair,1,Ana,2026-11-17\n`, isPublic: true };
  const ask = () => {
    const headers = {
      'content-type': 'text/csv',
      'content-disposition': "attachment; filename*=UTF-8''Leads.csv",
    };
    return Promise.resolve(
      sheet.isPublic ? new Response(sheet.text, { headers }) : new Response('', { status: 404 }),
    );
  };
  const log = createLogger('silent');
  const source = createFilesClient({ token: 'xoxb-1', apiUrl: 'http://127.0.0.1:1/api/', logger: log });
  const files = new FileRunner({ ctx, source, log, ask });
  await bringFiles(ctx, { ...BROUGHT, files: [{ fileId: SHEET, name: 'Google Sheet' }] });
  await files.runOnce();
  const [first] = await storedFiles(ctx);
  const decision = { person: MIA, id: first?.id as BroughtFileId };
  await importFile(ctx, decision);
  await files.runOnce();
  const names = async () => {
    const rows = await ctx.db.transaction((tx) =>
      tx.sql.selectFrom('lead').select('name').orderBy('name').execute(),
    );
    return rows.map(({ name }) => name);
  };
  /** A day later. Answers what Mia is told about it. */
  const nextDay = async () => {
    const before = (await announced(ctx)).length;
    ctx.clock.move(DAY);
    await bringWatched(ctx);
    await files.runOnce();
    return (await announced(ctx)).slice(before).filter((told) => told.startsWith('brought_file'));
  };
  const latest = async () => {
    const last = (await storedFiles(ctx)).at(-1);
    return { person: MIA, id: last?.id as BroughtFileId, state: last?.state };
  };
  return { ctx, sheet, files, decision, names, nextDay, latest };
}

async function messageOf(ctx: Context, { id }: { id: BroughtFileId }): Promise<string> {
  const asked = { kind: 'brought_file', ref: id } as const;
  return JSON.stringify(await ctx.db.transaction((tx) => render(tx, asked, ctx.clock.now())));
}

for (const dialect of DIALECTS) {
  describe(`A Google Sheet that is looked at every day, on ${dialect}`, () => {
    it('brings what is new in it, and is silent where nothing is', async () => {
      const { ctx, sheet, decision, names, nextDay } = await sheetRoom(dialect);
      expect(await nextDay()).toEqual([]);
      await watchSheet(ctx, decision);
      await watchSheet(ctx, decision);
      expect(await nextDay()).toEqual([]);
      expect(await storedFiles(ctx)).toHaveLength(1);
      sheet.text += 'Fair,2,Ben,2026-11-18\n';
      expect(await nextDay()).toHaveLength(1);
      expect(await names()).toEqual(['Ana', 'Ben']);
      expect((await storedFiles(ctx)).map(({ state }) => state)).toEqual(['done', 'done']);
      await endSheetWatch(ctx, decision);
      sheet.text += 'Fair,3,Cem,2026-11-19\n';
      expect(await nextDay()).toEqual([]);
      expect(await names()).toEqual(['Ana', 'Ben']);
    });

    it('asks what it leaves open, once, and goes on with what is new later', async () => {
      const { ctx, sheet, files, decision, names, nextDay, latest } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      sheet.text = 'source,id,name,date\nFair,1,Ana,2026-11-17\nFair,2,Ben,03/04/2026\n';
      expect(await nextDay()).toHaveLength(1);
      expect(await names()).toEqual(['Ana']);
      expect((await storedFiles(ctx)).map(({ state }) => state)).toEqual(['done', 'shown']);
      expect(await nextDay()).toEqual([]);
      // Answered, it is shown once more, and what was answered holds from then on.
      const asked = await latest();
      await changeFile(ctx, { ...asked, changes: { dateOrder: 'mdy' } });
      await files.runOnce();
      expect(await latest()).toEqual(asked);
      await importFile(ctx, asked);
      await files.runOnce();
      expect(await names()).toEqual(['Ana', 'Ben']);
      sheet.text += 'Fair,3,Cem,04/05/2026\n';
      await nextDay();
      expect(await names()).toEqual(['Ana', 'Ben', 'Cem']);
    });

    it('is shown again where an answer leaves nothing new of it', async () => {
      const { ctx, sheet, files, decision, nextDay, latest } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      sheet.text += 'Fair,2,Ben,03/04/2026\n';
      await nextDay();
      const asked = await latest();
      sheet.text = `${HEAD}Fair,1,Ana,2026-11-17\n`;
      await changeFile(ctx, { ...asked, changes: {} });
      await files.runOnce();
      expect(await latest()).toEqual(asked);
    });

    it('goes on though it grows between the look and the import', async () => {
      const { ctx, sheet, files, decision, names, nextDay, latest } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      sheet.text += 'Fair,2,Ben,03/04/2026\n';
      await nextDay();
      const asked = await latest();
      await changeFile(ctx, { ...asked, changes: { dateOrder: 'dmy' } });
      await files.runOnce();
      sheet.text += 'Fair,3,Cem,04/05/2026\n';
      await importFile(ctx, asked);
      await files.runOnce();
      expect(await names()).toEqual(['Ana', 'Ben', 'Cem']);
    });

    it('asks once more after a week in which nobody has answered, with all that is new by then', async () => {
      const { ctx, sheet, files, decision, names, nextDay, latest } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      sheet.text += 'Fair,2,Ben,03/04/2026\n';
      await nextDay();
      const told: string[][] = [];
      for (let day = 1; day <= 15; day++) told.push(await nextDay());
      expect(told.flatMap((each, at) => (each.length > 0 ? [at + 1] : []))).toEqual([7, 14]);
      expect((await storedFiles(ctx)).map(({ state }) => state)).toEqual([
        ...['done', 'replaced', 'replaced', 'shown'],
      ]);
      expect(await messageOf(ctx, await latest())).toContain('waited for you for 14 days');
      await changeFile(ctx, { ...(await latest()), changes: { dateOrder: 'mdy' } });
      await files.runOnce();
      await importFile(ctx, await latest());
      await files.runOnce();
      expect(await names()).toEqual(['Ana', 'Ben']);
    });

    it('comes in by itself where the sheet was mended meanwhile', async () => {
      const { ctx, sheet, decision, names, nextDay } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      sheet.text += 'Fair,2,Ben,03/04/2026\n';
      await nextDay();
      sheet.text = `${HEAD}Fair,1,Ana,2026-11-17\nFair,2,Ben,2026-03-04\n`;
      for (let day = 1; day <= 7; day++) await nextDay();
      expect(await names()).toEqual(['Ana', 'Ben']);
    });

    it('asks nothing for a week of what was let go', async () => {
      const { ctx, sheet, decision, nextDay, latest } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      sheet.text += 'Fair,2,Ben,03/04/2026\n';
      await nextDay();
      await cancelFile(ctx, await latest());
      for (let day = 1; day <= 6; day++) expect(await nextDay()).toEqual([]);
      expect(await nextDay()).toHaveLength(1);
    });

    it('tells of a row that it cannot read, once', async () => {
      const { ctx, sheet, decision, nextDay, latest } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      sheet.text += 'Fair,,,2026-11-18\n';
      expect(await nextDay()).not.toEqual([]);
      expect((await latest()).state).toBe('done');
      expect(await nextDay()).toEqual([]);
    });

    it('ends when one of its files is taken back: the same would come again the next day', async () => {
      const { ctx, sheet, files, decision, names, nextDay, latest } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      sheet.text += 'Fair,2,Ben,2026-11-18\n';
      await nextDay();
      await undoFile(ctx, await latest());
      await files.runOnce();
      expect(await names()).toEqual(['Ana']);
      expect(await nextDay()).toEqual([]);
      expect(await names()).toEqual(['Ana']);
    });

    it('can be ended after a year in which nothing was new', async () => {
      const { ctx, sheet, decision, names, nextDay } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      ctx.clock.move(364 * DAY);
      await nextDay();
      await forgetDeliveries(ctx);
      await endSheetWatch(ctx, decision);
      await forgetDeliveries(ctx);
      expect(await storedFiles(ctx)).toEqual([]);
      sheet.text += 'Fair,2,Ben,2026-11-18\n';
      await nextDay();
      expect(await names()).toEqual(['Ana']);
    });

    it('is told once that it cannot be read any more, and looked at no more', async () => {
      const { ctx, sheet, decision, nextDay } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      sheet.isPublic = false;
      expect(await nextDay()).toHaveLength(1);
      expect((await storedFiles(ctx)).at(-1)).toMatchObject({
        state: 'failed',
        problem: expect.stringContaining('I look at it every day no more'),
      });
      expect(await nextDay()).toEqual([]);
    });

    it('is looked at once after the machine slept for a week', async () => {
      const { ctx, sheet, decision, names, nextDay } = await sheetRoom(dialect);
      await watchSheet(ctx, decision);
      ctx.clock.move(6 * DAY);
      sheet.text += 'Fair,2,Ben,2026-11-18\n';
      expect(await nextDay()).toHaveLength(1);
      expect(await names()).toEqual(['Ana', 'Ben']);
      expect(await bringWatched(ctx)).toBe(0);
    });
  });
}

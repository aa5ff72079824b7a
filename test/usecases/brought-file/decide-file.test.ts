import { expect, it } from 'vitest';
import type { BroughtFileId } from '../../../src/domain/brought-file/brought-file.ts';
import {
  cancelFile,
  changeFile,
  importFile,
  setForAll,
  undoFile,
  viewFile,
} from '../../../src/usecases/brought-file/decide-file.ts';
import { LOOK, shownFile, storedFiles } from '../../support/brought-file.ts';
import { testContext } from '../../support/context.ts';
import { MAX, MIA } from '../../support/people.ts';

const code = (name: string) => ({ refusal: { code: name } });

it('It is imported once all is answered, and not decided about again', async () => {
  const ctx = await testContext('sqlite');
  const decision = { person: MIA, id: await shownFile(ctx) };
  await expect(importFile(ctx, decision)).rejects.toMatchObject(code('brought_file_decided'));
  await changeFile(ctx, { ...decision, changes: { post: 'none' } });
  expect(await viewFile(ctx, decision)).toMatchObject({ state: 'waiting', wish: { post: 'none' } });
  await expect(undoFile(ctx, decision)).rejects.toMatchObject(code('brought_file_decided'));
});

it('What holds for every row is said once', async () => {
  const ctx = await testContext('sqlite');
  const decision = { person: MIA, id: await shownFile(ctx) };
  await setForAll(ctx, { ...decision, field: 'side', value: 'sales' });
  expect((await viewFile(ctx, decision)).wish.set).toEqual({ side: 'sales' });
});

it('Its person decides, and nobody else; deals are for managers', async () => {
  const ctx = await testContext('sqlite');
  const id = await shownFile(ctx, { ...LOOK, noun: 'outcomes' });
  await expect(importFile(ctx, { person: MAX, id })).rejects.toMatchObject(code('brought_file_not_yours'));
  await expect(importFile(ctx, { person: MIA, id })).rejects.toMatchObject(code('files_not_yours'));
  const gone = { person: MIA, id: 'file_9' as BroughtFileId };
  await expect(cancelFile(ctx, gone)).rejects.toMatchObject(code('brought_file_not_found'));
});

it('Cancelled, nothing of it is taken', async () => {
  const ctx = await testContext('sqlite');
  const decision = { person: MIA, id: await shownFile(ctx, { ...LOOK, recent: 1 }) };
  await cancelFile(ctx, decision);
  await expect(importFile(ctx, decision)).rejects.toMatchObject(code('brought_file_decided'));
  expect(await storedFiles(ctx)).toMatchObject([{ state: 'cancelled' }]);
});

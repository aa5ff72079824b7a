import { expect, it } from 'vitest';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import {
  addWebForm,
  findFormNamed,
  removeWebForm,
  renewKey,
} from '../../../src/usecases/web-form/change-web-forms.ts';
import { listWebForms } from '../../../src/usecases/web-form/list-web-forms.ts';
import { findWebForm } from '../../../src/usecases/web-form/take-submission.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MIA } from '../../support/people.ts';

const CONTACT = { name: 'Contact page', source: 'Website', keyHash: 'one' };

it.each(DIALECTS)(
  'A form is found by its key until that is replaced or the form is removed, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const { id } = await addWebForm(ctx, MIA, CONTACT);
    expect(await findWebForm(ctx, 'one')).toMatchObject({
      name: 'Contact page',
      source: 'Website',
      createdBy: MIA,
    });
    await renewKey(ctx, MIA, { id, keyHash: 'two' });
    expect([await findWebForm(ctx, 'one'), (await findWebForm(ctx, 'two'))?.id]).toEqual([null, id]);
    await removeWebForm(ctx, MIA, id);
    expect(await findWebForm(ctx, 'two')).toBeNull();
    expect(await listWebForms(ctx, MIA)).toEqual([]);
    await expect(removeWebForm(ctx, MIA, id)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(findFormNamed(ctx, 'Contact page')).rejects.toMatchObject({ kind: 'not_found' });
    expect((await addWebForm(ctx, 'tango', { ...CONTACT, keyHash: 'three' })).id).not.toBe(id);
  },
);

it('Reps neither make nor see them', async () => {
  const ctx = await testContext('sqlite');
  await expect(addWebForm(ctx, ANA, CONTACT)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(listWebForms(ctx, ANA)).rejects.toMatchObject({ kind: 'forbidden' });
});

it('The source is the one that is known by any of its spellings', async () => {
  const ctx = await testContext('sqlite');
  await addWebForm(ctx, MIA, CONTACT);
  await addWebForm(ctx, MIA, { name: 'Footer', source: 'web-site', keyHash: 'two' });
  expect((await listWebForms(ctx, MIA)).map(({ sourceName }) => sourceName)).toEqual(['Website', 'Website']);
});

it('The audit log says who made a form, gave it another address and removed it', async () => {
  const ctx = await testContext('sqlite');
  const { id } = await addWebForm(ctx, MIA, CONTACT);
  await renewKey(ctx, 'tango', { id, keyHash: 'two' });
  await removeWebForm(ctx, MIA, id);
  const { entries } = await loadAuditLog(ctx);
  const told = entries.map(({ person, what, before, after }) => ({ person, what, before, after }));
  const what = (did: string) => ({ code: 'web_form', did, name: 'Contact page' });
  expect(told).toEqual([
    { person: MIA, what: what('removed'), before: 'Website', after: null },
    { person: 'tango', what: what('address'), before: { secret: 'old' }, after: { secret: 'new' } },
    { person: MIA, what: what('made'), before: null, after: 'Website' },
  ]);
});

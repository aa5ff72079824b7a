import { expect, it } from 'vitest';
import { SecretBox } from '../../../src/usecases/secret-box.ts';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import { addWebForm, findFormNamed } from '../../../src/usecases/web-form/change-web-forms.ts';
import { secretOf, signForm } from '../../../src/usecases/web-form/sign-form.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MIA } from '../../support/people.ts';

const CONTACT = { name: 'Contact', source: 'Website', keyHash: 'one' };

it.each(DIALECTS)(
  'A secret is made, replaced and done without, and the audit log says so, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const { id } = await addWebForm(ctx, MIA, CONTACT);
    const secret = async () => secretOf(ctx, await findFormNamed(ctx, 'Contact'));
    expect(await secret()).toBeNull();
    await signForm(ctx, MIA, { id, secret: 'first' });
    expect(await secret()).toBe('first');
    await signForm(ctx, 'tango', { id, secret: 'second' });
    expect(await secret()).toBe('second');
    await signForm(ctx, MIA, { id, secret: null });
    await signForm(ctx, MIA, { id, secret: null });
    expect(await secret()).toBeNull();
    const { entries } = await loadAuditLog(ctx);
    expect(entries.map(({ what, before, after }) => [what, before, after]).slice(0, 3)).toEqual([
      [{ code: 'web_form', did: 'signature', name: 'Contact' }, { secret: 'old' }, null],
      [{ code: 'web_form', did: 'signature', name: 'Contact' }, { secret: 'old' }, { secret: 'new' }],
      [{ code: 'web_form', did: 'signature', name: 'Contact' }, null, { secret: 'new' }],
    ]);
    // The database alone holds no secret.
    const rows = await ctx.db.transaction((tx) => tx.sql.selectFrom('webForm').selectAll().execute());
    expect(JSON.stringify([rows, entries])).not.toMatch(/first|second/);
  },
);

it('A rep makes none, and nobody without a key', async () => {
  const ctx = await testContext('sqlite');
  const { id } = await addWebForm(ctx, MIA, CONTACT);
  await expect(signForm(ctx, ANA, { id, secret: 'x' })).rejects.toMatchObject({ kind: 'forbidden' });
  const bare = { ...ctx, secrets: new SecretBox(null) };
  await expect(signForm(bare, MIA, { id, secret: 'x' })).rejects.toMatchObject({
    refusal: { code: 'secrets_need_key' },
  });
});

import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/domain/time/duration.ts';
import { takeDelivery } from '../../../src/usecases/delivery/take-delivery.ts';
import { outboxState } from '../../../src/usecases/outbox/outbox-state.ts';
import { findFormNamed, removeWebForm, renewKey } from '../../../src/usecases/web-form/change-web-forms.ts';
import { keepMeanings } from '../../../src/usecases/web-form/keep-meanings.ts';
import { listWebForms } from '../../../src/usecases/web-form/list-web-forms.ts';
import { findMeanings } from '../../../src/usecases/web-form/vendor-forms.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';

function sent(id: string, labels: string[]) {
  return {
    form: { door: 'typeform' as const, id: 'abc', name: 'Demo' },
    lead: { source: 'Typeform', externalId: id, email: `${id}@harbour.example`, name: id },
    questions: labels.map((label) => ({ label, read: null, isNoise: false })),
  };
}

function deliver(ctx: TestContext, ...forms: ReturnType<typeof sent>[]) {
  return takeDelivery(ctx, { forms, leads: [], fetches: [] });
}

function notices(ctx: TestContext) {
  return ctx.db.transaction((tx) =>
    tx.sql.selectFrom('outbox').select('target').where('kind', '=', 'notice').execute(),
  );
}

describe.each(DIALECTS)('a form, on %s', (dialect) => {
  it('of a vendor is one row for two deliveries at once', async () => {
    const ctx = await testContext(dialect);
    await Promise.all([deliver(ctx, sent('a', ['Q'])), deliver(ctx, sent('b', ['Q']), sent('c', ['Q']))]);
    const [form, ...others] = await listWebForms(ctx, MIA);
    expect([form, others]).toMatchObject([{ door: 'typeform', name: 'Demo', leads: 3, open: 1 }, []]);
    await keepMeanings(ctx, {
      person: MIA,
      id: form!.id,
      meanings: { Q: 'company' },
      read: (_fact, text) => text,
    });
    expect(await findMeanings(ctx, ['typeform:abc', 'typeform:other'])).toEqual(
      new Map([['typeform:abc', { Q: 'company' }]]),
    );
  });
});

it('Marketing hears of its questions once, and again of a new one, but not each day', async () => {
  const ctx = await testContext('sqlite');
  await deliver(ctx, sent('a', ['Q']));
  await deliver(ctx, sent('b', ['Q', 'R']));
  expect(await notices(ctx)).toEqual([{ target: MIA }]);
  ctx.clock.move(8 * DAY);
  await deliver(ctx, sent('c', ['Q', 'R']));
  expect(await notices(ctx)).toHaveLength(1);
  await deliver(ctx, sent('d', ['Q', 'R', 'S']));
  expect(await notices(ctx)).toHaveLength(2);
  const { troubles } = await outboxState(ctx);
  expect(troubles.map(({ facts }) => facts)).toMatchObject([{ questions: 3, labels: ['Q', 'R', 'S'] }]);
});

it('It is ended at its vendor, and has no address to be renewed', async () => {
  const ctx = await testContext('sqlite');
  await deliver(ctx, sent('a', []));
  const { id } = await findFormNamed(ctx, 'demo');
  await expect(removeWebForm(ctx, MIA, id)).rejects.toMatchObject({ kind: 'conflict' });
  await expect(renewKey(ctx, 'tango', { id, keyHash: 'x' })).rejects.toMatchObject({ kind: 'conflict' });
});

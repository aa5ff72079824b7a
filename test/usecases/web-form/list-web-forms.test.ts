import { expect, it } from 'vitest';
import { addWebForm } from '../../../src/usecases/web-form/change-web-forms.ts';
import { listWebForms } from '../../../src/usecases/web-form/list-web-forms.ts';
import { takeSubmission } from '../../../src/usecases/web-form/take-submission.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';

it.each(DIALECTS)(
  'Each form is listed with its leads, its last submission and what nobody has understood, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    await addWebForm(ctx, MIA, { name: 'Quiet', source: 'Fair', keyHash: 'one' });
    const { id: formId } = await addWebForm(ctx, MIA, { name: 'Busy', source: 'Website', keyHash: 'two' });
    const questions = [{ label: 'f1', read: null, isNoise: false }];
    for (const n of [1, 2]) {
      ctx.clock.move(1000);
      const lead = { source: 'Website', externalId: `${n}`, fields: { f1: 'x' } };
      await takeSubmission(ctx, { formId, lead, ownId: `s${n}`, questions, bodyHash: `b${n}` });
    }
    const now = ctx.clock.now();
    expect(await listWebForms(ctx, null)).toMatchObject([
      { name: 'Busy', sourceName: 'Website', leads: 2, lastAt: now, open: 1 },
      { name: 'Quiet', sourceName: 'Fair', leads: 0, lastAt: null, open: 0 },
    ]);
  },
);

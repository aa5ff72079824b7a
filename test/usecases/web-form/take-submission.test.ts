import { expect, it } from 'vitest';
import { MINUTE } from '../../../src/domain/time/duration.ts';
import { addWebForm } from '../../../src/usecases/web-form/change-web-forms.ts';
import { takeSubmission } from '../../../src/usecases/web-form/take-submission.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';

it.each(DIALECTS)(
  'The same words twice within minutes are one lead, later another one, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const { id: formId } = await addWebForm(ctx, MIA, { name: 'Contact', source: 'Website', keyHash: 'one' });
    const send = (ownId: string) =>
      takeSubmission(ctx, {
        formId,
        lead: { source: 'Website', name: 'Dana' },
        ownId,
        questions: [],
        bodyHash: 'same',
      });
    const first = await send('s1');
    expect(first.duplicate).toBe(false);
    expect(await send('s2')).toEqual({ id: first.id, duplicate: true });
    ctx.clock.move(11 * MINUTE);
    expect(await send('s3')).toMatchObject({ duplicate: false });
  },
);

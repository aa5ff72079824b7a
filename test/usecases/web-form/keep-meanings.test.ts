import { expect, it } from 'vitest';
import { SECOND } from '../../../src/domain/time/duration.ts';
import type { WebFormId } from '../../../src/domain/web-form/web-form.ts';
import { findLead } from '../../../src/store/lead/lead.ts';
import { outboxState } from '../../../src/usecases/outbox/outbox-state.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import { addWebForm, removeWebForm } from '../../../src/usecases/web-form/change-web-forms.ts';
import {
  keepMeanings,
  prepareMeanings,
  prepareQuestions,
} from '../../../src/usecases/web-form/keep-meanings.ts';
import { takeSubmission } from '../../../src/usecases/web-form/take-submission.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';

const read = (_fact: string, text: string) => text;
const QUESTIONS = [{ label: 'f1', read: null, isNoise: false }];

async function formWith(ctx: TestContext, answers: string[]) {
  const { id } = await addWebForm(ctx, MIA, { name: 'Contact', source: 'Website', keyHash: 'one' });
  const leads = [];
  for (const [n, f1] of answers.entries()) {
    ctx.clock.move(SECOND);
    const lead = { source: 'Website', fields: { f1 } };
    const sent = { formId: id, lead, ownId: `s${n}`, questions: QUESTIONS, bodyHash: `b${n}` };
    leads.push((await takeSubmission(ctx, sent)).id);
  }
  return { id, leads };
}

function troubles(ctx: TestContext) {
  return outboxState(ctx).then((state) => state.troubles.map(({ facts }) => facts));
}

it.each(DIALECTS)(
  'What a marketer says holds from then on, and for the leads that came before, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const { id, leads } = await formWith(ctx, ['Dana', 'Lee']);
    const asked = { form: 'Contact', questions: 1, labels: ['f1'], lacksWho: true };
    expect(await troubles(ctx)).toEqual([{ code: 'web_form_unclear', ...asked }]);
    expect(await keepMeanings(ctx, { person: MIA, id, meanings: { f1: 'name' }, read })).toBe(2);
    const names = await ctx.db.transaction((tx) =>
      Promise.all(leads.map(async (lead) => (await findLead(tx, lead))?.name)),
    );
    expect(names).toEqual(['Dana', 'Lee']);
    expect(await prepareMeanings(ctx, { person: MIA, id })).toMatchObject({ meanings: { f1: 'name' } });
    expect(await troubles(ctx)).toEqual([]);
    const [said] = (await loadAuditLog(ctx)).entries;
    expect(said).toMatchObject({
      ...{ person: MIA, what: { code: 'web_form', did: 'questions', name: 'Contact' } },
      ...{ before: { meanings: { f1: null } }, after: { meanings: { f1: 'name' } } },
    });
    // Said again, there is nothing left to fill.
    expect(await keepMeanings(ctx, { person: MIA, id, meanings: { f1: 'name' }, read })).toBe(0);
  },
);

it.each(DIALECTS)(
  'Beside a question stands what was answered last, as far as one may see it, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const { id } = await formWith(ctx, ['Dana', 'Lee, lee@park.example', ' ']);
    const shown = () => prepareQuestions(ctx, { person: MIA, id }).then(({ examples }) => [...examples]);
    expect(await shown()).toEqual([['f1', 'Lee, lee@park.example']]);
    await changeSettings(ctx, { person: MAX, change: () => ({ contactShownTo: 'owner' }) });
    expect(await shown()).toEqual([['f1', 'Lee, •••']]);
    await keepMeanings(ctx, { person: MIA, id, meanings: { f1: 'name' }, read });
    // It is the lead’s name now, and no open question.
    expect(await shown()).toEqual([]);
  },
);

it('Reps say nothing about forms, and nobody about one that is gone', async () => {
  const ctx = await testContext('sqlite');
  const { id } = await formWith(ctx, []);
  const said = { id, meanings: {}, read };
  await expect(keepMeanings(ctx, { ...said, person: ANA })).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(prepareMeanings(ctx, { person: MIA, id: 'x' as WebFormId })).rejects.toMatchObject({
    kind: 'not_found',
  });
  await removeWebForm(ctx, MIA, id);
  await expect(keepMeanings(ctx, { ...said, person: MIA })).rejects.toMatchObject({ kind: 'not_found' });
});

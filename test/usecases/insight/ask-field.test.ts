import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { insertLeads } from '../../../src/store/lead/lead.ts';
import { draftRequest, draftRequestFor } from '../../../src/usecases/insight/ask-field.ts';
import type { FirstStart } from '../../../src/usecases/team/ensure-settings.ts';
import { answer, ask, NOW, said } from '../../support/asked-field.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MIA } from '../../support/people.ts';
import { BERLIN, sampleLead } from '../../support/sample-lead.ts';

for (const dialect of DIALECTS) {
  describe(`asking the field on ${dialect}`, () => {
    const world = (firstStart: Partial<FirstStart> = {}) =>
      testContext(dialect, { startAt: NOW, firstStart: { timezone: BERLIN, ...firstStart } });

    it('starts from what was typed, and from five working days', async () => {
      const draft = await draftRequest(await world(), 'case study about hotels');
      expect(draft).toEqual({ kind: 'case_study', topic: 'hotels', dueDate: '2026-11-27' });
    });

    it('starts from a win: its customer, its segment, and whoever won it, where they do not ask themselves', async () => {
      const ctx = await world();
      const leadId = 'won' as LeadId;
      const lead = sampleLead({
        id: leadId,
        state: 'won',
        owner: ANA,
        segment: 'Hotels',
        company: 'Pier Inns',
      });
      await ctx.db.transaction((tx) => insertLeads(tx, [lead]));
      const draft = await draftRequestFor(ctx, { leadId, person: MIA, kind: 'case_study' });
      const starts = { kind: 'case_study', topic: 'Pier Inns', segment: 'Hotels', dueDate: '2026-11-27' };
      expect(draft).toEqual({ ...starts, people: [ANA] });
      const own = await draftRequestFor(ctx, { leadId, person: ANA, kind: 'case_study' });
      expect(own).toEqual({ ...starts, people: [] });
    });

    it('is a post in the field channel and a direct message to each person named, once', async () => {
      const ctx = await world();
      await ask(ctx);
      await ask(ctx);
      const wanted = 'a case study about hotel groups that saved reconciliation time, by Fri 27 Nov.';
      expect(await said(ctx)).toEqual([
        `C_FIELD: <@U_MIA> asks the field for ${wanted} [Tell the story] [I know who] [Can’t help]`,
        `U_ANA: <@U_MIA> asks you for ${wanted} [Tell the story] [I know who] [Can’t help]`,
        `U_BEN: <@U_MIA> asks you for ${wanted} [Tell the story] [I know who] [Can’t help]`,
      ]);
    });

    it('reaches the people named even while there is no field channel', async () => {
      const ctx = await world({ fieldChannel: null });
      await ask(ctx);
      await answer(ctx, BEN, { kind: 'cannot_help' });
      const [first, second, line] = await said(ctx);
      expect([first, second]).toEqual([expect.stringMatching(/^U_ANA: /), expect.stringMatching(/^U_BEN: /)]);
      expect(line).toMatch(
        /^U_MIA: <@U_MIA>, <@U_BEN> can’t help with this one\. \(You asked for a case study/,
      );
    });
  });
}

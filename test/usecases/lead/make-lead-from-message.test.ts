import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { loadLead } from '../../../src/usecases/lead/load-lead.ts';
import {
  type MessageLeadFacts,
  makeLeadFromMessage,
} from '../../../src/usecases/lead/make-lead-from-message.ts';
import { prepareMessageLead } from '../../../src/usecases/lead/prepare-message-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { leads } from '../../support/entered-lead.ts';
import { ANA, BEN, FIELD, LEADS } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  describe(`a message that is made a lead, on ${dialect}`, () => {
    const place = { channel: FIELD, ts: '1795439700.000100', threadTs: '1795439700.000100', domain: 'acme' };
    const facts: MessageLeadFacts = {
      ...{ source: 'Slack', name: 'Dana Whitfield', company: null, reach: null, message: 'Met Dana.' },
      ...{ isHot: false, isTest: false, claims: false },
    };
    const make = (ctx: Context, person = ANA, changes = {}): Promise<LeadId> =>
      makeLeadFromMessage(ctx, { person, place, facts: { ...facts, ...changes } });

    it('keeps the link to it, and its thread is told', async () => {
      const ctx = await testContext(dialect);
      const id = await make(ctx);
      const { lead } = await loadLead(ctx, id);
      expect(lead).toMatchObject({
        externalId: `${FIELD}:1795439700.000100`,
        fields: { 'Slack message': `https://acme.slack.com/archives/${FIELD}/p1795439700000100` },
      });
      const rows = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('outbox').select(['kind', 'target']).orderBy('seq').execute(),
      );
      expect(rows).toEqual([
        { kind: 'lead_card', target: LEADS },
        { kind: 'message_lead', target: FIELD },
      ]);
    });

    it('is one lead, also under another source, and who comes second is told', async () => {
      const ctx = await testContext(dialect);
      const id = await make(ctx);
      expect(await make(ctx)).toBe(id);
      await expect(make(ctx, BEN, { source: 'Referral' })).rejects.toThrow(
        refused('message_is_lead', { by: ANA }),
      );
      expect(await leads(ctx)).toHaveLength(1);
      expect((await prepareMessageLead(ctx, { person: BEN, place })).known?.id).toBe(id);
    });

    it('is refused when it names nobody', async () => {
      const ctx = await testContext(dialect);
      await expect(make(ctx, ANA, { name: null })).rejects.toMatchObject({ problems: [{ field: 'name' }] });
    });
  });
}

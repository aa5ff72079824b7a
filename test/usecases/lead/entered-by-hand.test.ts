import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { type EnteredLead, enterLead } from '../../../src/usecases/lead/enter-lead.ts';
import { loadLead } from '../../../src/usecases/lead/load-lead.ts';
import {
  type MessageLeadFacts,
  makeLeadFromMessage,
} from '../../../src/usecases/lead/make-lead-from-message.ts';
import { prepareEntry } from '../../../src/usecases/lead/prepare-entry.ts';
import { prepareMessageLead } from '../../../src/usecases/lead/prepare-message-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, FIELD, LEADS, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const DAY = 86_400_000;
const DANA: EnteredLead = {
  source: 'Fair Berlin',
  name: 'Dana Whitfield',
  company: 'Harbour Hotels',
  reach: 'dana@harbour.example, +44 20 7946 0018',
  message: 'Wants the group view.',
  segment: null,
  isHot: true,
  claims: true,
};

const enter = (ctx: Context, entryId: string, entered = DANA, person = ANA) =>
  enterLead(ctx, { person, channel: FIELD, entryId, entered });

async function leads(ctx: Context) {
  return ctx.db.transaction((tx) => tx.sql.selectFrom('lead').selectAll().orderBy('id').execute());
}

async function historyOf(ctx: Context, id: string): Promise<string[]> {
  const { history } = await loadLead(ctx, id);
  return history.map(({ kind, actor }) => `${kind} by ${actor}`);
}

for (const dialect of DIALECTS) {
  describe(`a lead noted down at a booth, on ${dialect}`, () => {
    it('has a card, its priority, both ways to reach, and who met it', async () => {
      const ctx = await testContext(dialect);
      expect(await enter(ctx, 'r1')).toMatchObject({
        lead: { name: 'Dana Whitfield', company: 'Harbour Hotels' },
        savedToday: 1,
      });
      const [lead] = await leads(ctx);
      expect(lead).toMatchObject({
        ...{ source: 'Fair Berlin', priority: 'hot', state: 'claimed', owner: ANA },
        ...{ email: 'dana@harbour.example', phone: '+44 20 7946 0018', cardChannel: LEADS },
      });
      expect(await historyOf(ctx, lead!.id)).toEqual([`received by ${ANA}`, `claimed by ${ANA}`]);
    });

    it('is one lead however often the same form is sent', async () => {
      const ctx = await testContext(dialect);
      await enter(ctx, 'r1');
      expect(await enter(ctx, 'r1')).toMatchObject({ savedToday: 1 });
      expect(await leads(ctx)).toHaveLength(1);
    });

    it('needs a way to reach them, and says so beside that field', async () => {
      const ctx = await testContext(dialect);
      await expect(enter(ctx, 'r1', { ...DANA, reach: 'at the desk' })).rejects.toMatchObject({
        problems: [{ field: 'reach' }],
      });
      expect(await leads(ctx)).toEqual([]);
    });

    it('tells the next form its source: one’s own, a colleague’s, yesterday’s', async () => {
      const ctx = await testContext(dialect);
      const now = (person = ANA, channel = FIELD) => prepareEntry(ctx, { person, channel });
      expect(await now()).toMatchObject({ source: null, claims: true, saved: 0 });
      expect(await now(MIA)).toMatchObject({ claims: false });
      await enter(ctx, 'r1', { ...DANA, claims: false });
      await enter(ctx, 'r2', { ...DANA, claims: false, name: 'Otto Pier', reach: 'otto@pier.example' });
      expect(await now()).toMatchObject({ source: 'Fair Berlin', claims: false, saved: 2 });
      expect(await now(BEN)).toMatchObject({ source: 'Fair Berlin', claims: true, saved: 0 });
      expect(await now(ANA, LEADS)).toMatchObject({ source: 'Fair Berlin', saved: 0 });
      expect(await now(BEN, LEADS)).toMatchObject({ source: null });
      ctx.clock.move(DAY);
      expect(await now()).toMatchObject({ source: 'Fair Berlin', saved: 0 });
      ctx.clock.move(8 * DAY);
      expect(await now()).toMatchObject({ source: null });
    });
  });

  describe(`a message that is made a lead, on ${dialect}`, () => {
    const place = { channel: FIELD, ts: '1795439700.000100', threadTs: '1795439700.000100', domain: 'acme' };
    const facts: MessageLeadFacts = {
      ...{ source: 'Slack', name: 'Dana Whitfield', company: null, reach: null, message: 'Met Dana.' },
      ...{ isHot: false, claims: false },
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
      expect((await prepareMessageLead(ctx, { person: BEN, place, text: '' })).known?.id).toBe(id);
    });

    it('is refused when it names nobody', async () => {
      const ctx = await testContext(dialect);
      await expect(make(ctx, ANA, { name: null })).rejects.toMatchObject({ problems: [{ field: 'name' }] });
    });
  });
}

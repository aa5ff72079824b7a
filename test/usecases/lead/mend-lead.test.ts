import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { listLeadEvents } from '../../../src/store/lead/lead-event.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { mendLead } from '../../../src/usecases/lead/mend-lead.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { buttonsOf, textOf } from '../../support/messages.ts';
import { announced, leadNow, receiveOne, refusal } from '../../support/one-lead.ts';
import { ANA, BEN, MIA } from '../../support/people.ts';
import { said } from '../../support/refused.ts';
import { renderedMessage } from '../../support/rendered.ts';

for (const dialect of DIALECTS) {
  describe(`a lead on ${dialect}`, () => {
    it('with bad contact data goes to marketing, is mended there and is new again', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx, { email: 'dana@harbour' });
      await rejectLead(ctx, {
        leadId,
        person: BEN,
        reasonCode: 'bad_contact_data',
        detail: null,
        note: null,
      });
      expect(await announced(ctx)).toContain('lead_returned to C_MARKETING');
      const mended = { email: 'dana@harbour.example' };
      expect((await refusal(mendLead(ctx, { leadId, person: ANA, mended }))).kind).toBe('forbidden');
      const message = () => returnedMessage(ctx, leadId);
      expect(buttonsOf(await message())).toEqual(['Mend and send back']);
      const same = await refusal(mendLead(ctx, { leadId, person: MIA, mended: { email: 'Dana@Harbour' } }));
      expect(same.problems).toMatchObject([{ field: 'email' }]);
      expect(said(same)).toContain('what was said to be wrong');
      await mendLead(ctx, { leadId, person: MIA, mended });
      expect(await historyLine(ctx, leadId)).toContain(
        'mended it: e-mail (was dana@harbour). It is new again.',
      );
      expect(buttonsOf(await message())).toEqual([]);
      expect(textOf(await message())).toContain('gone on since');
      expect(await leadNow(ctx, leadId)).toMatchObject({ state: 'new', email: 'dana@harbour.example' });
      expect(await announced(ctx)).toContain('lead_back to C_LEADS');
    });
  });
}

/** What its thread says last. */
function historyLine(ctx: Context, leadId: LeadId) {
  return ctx.db.transaction(async (tx) => {
    const event = (await listLeadEvents(tx, leadId)).at(-1)!;
    const ref = { kind: 'lead_line', ref: event.id } as const;
    return textOf((await renderedMessage(tx, ref, ctx.clock.now()))!);
  });
}

/** What marketing reads of a lead that it got back. */
function returnedMessage(ctx: Context, leadId: LeadId) {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select('ref')
      .where('kind', '=', 'lead_returned')
      .execute();
    const ref = rows.find((row) => row.ref.startsWith(leadId))!.ref;
    return (await renderedMessage(tx, { kind: 'lead_returned', ref }, ctx.clock.now()))!;
  });
}

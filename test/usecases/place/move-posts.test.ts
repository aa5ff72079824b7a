import { describe, expect, it } from 'vitest';
import { askField } from '../../../src/usecases/insight/ask-field.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { moveRequests, moveReturned, moveStories } from '../../../src/usecases/place/move-posts.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { answer, ask, NOW, tell } from '../../support/asked-field.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MARKETING, MAX, MIA } from '../../support/people.ts';
import { sampleAsking } from '../../support/sample-insight.ts';

const NEXT = 'C_NEXT';

/** As if all of it were in Slack. */
const sendAll = (ctx: TestContext) =>
  ctx.db.transaction(async ({ sql }) => {
    const rows = await sql.selectFrom('outbox').select(['dedupeKey', 'target', 'seq']).execute();
    for (const { dedupeKey: key, target: channel, seq } of rows) {
      const message = { key, channel, ts: `1.${seq}`, postedAt: 1 };
      await sql
        .insertInto('slackMessage')
        .values(message)
        .onConflict((on) => on.doNothing())
        .execute();
    }
    await sql.updateTable('outbox').set({ status: 'sent', lane: 'edit' }).execute();
  });

const waiting = (ctx: TestContext, kind: 'request_post' | 'story_card' | 'lead_returned' | 'message_moved') =>
  ctx.db.transaction(async ({ sql }) => {
    const rows = await sql
      .selectFrom('outbox')
      .select(['target', 'lane'])
      .where('status', '=', 'pending')
      .where('kind', '=', kind)
      .execute();
    return rows.map(({ target, lane }) => `${lane} ${target}`);
  });

for (const dialect of DIALECTS) {
  describe(`Another channel is chosen, on ${dialect}`, () => {
    it('for the field: open requests are posted there once, and the old posts say so', async () => {
      const ctx = await testContext(dialect, { startAt: NOW });
      await ask(ctx);
      await sendAll(ctx);
      await changeSettings(ctx, { person: MAX, change: () => ({ fieldChannel: NEXT }) });
      expect(await moveRequests(ctx)).toBe(1);
      expect(await waiting(ctx, 'request_post')).toEqual([`post ${NEXT}`]);
      expect(await waiting(ctx, 'message_moved')).toEqual(['edit C_FIELD']);
      expect(await moveRequests(ctx)).toBe(0);
      await answer(ctx, BEN, { kind: 'cannot_help' });
    });

    it('all of them, however many there are', async () => {
      const ctx = await testContext(dialect, { startAt: NOW });
      for (let n = 0; n < 30; n++)
        await askField(ctx, { submission: `VASK${n}`, person: MIA, asking: sampleAsking() });
      await sendAll(ctx);
      await changeSettings(ctx, { person: MAX, change: () => ({ fieldChannel: NEXT }) });
      expect(await moveRequests(ctx)).toBe(30);
      expect(await waiting(ctx, 'request_post')).toEqual(Array(30).fill(`post ${NEXT}`));
    });

    it('for marketing: so are stories that wait for it, also those that one person had to read', async () => {
      const ctx = await testContext(dialect, { startAt: NOW, firstStart: { marketingChannel: null } });
      await ask(ctx);
      await tell(ctx, ANA);
      await sendAll(ctx);
      expect(await moveStories(ctx)).toBe(0);
      await changeSettings(ctx, { person: MAX, change: () => ({ marketingChannel: MARKETING }) });
      expect(await moveStories(ctx)).toBe(1);
      expect(await waiting(ctx, 'story_card')).toEqual([`post ${MARKETING}`]);
      expect(await moveStories(ctx)).toBe(0);
    });

    it('for marketing: leads that it is to mend appear there, also those of before it had one', async () => {
      const ctx = await testContext(dialect, { firstStart: { marketingChannel: null } });
      const [lead] = await receiveLeads(ctx, [{ source: 'Web', name: 'Dana' }], { by: 'api', post: 'all' });
      const rejection = { reasonCode: 'bad_contact_data', detail: null, note: null };
      await rejectLead(ctx, { leadId: lead!.id, person: ANA, ...rejection });
      expect(await moveReturned(ctx)).toBe(0);
      await changeSettings(ctx, { person: MAX, change: () => ({ marketingChannel: MARKETING }) });
      expect(await moveReturned(ctx)).toBe(1);
      expect(await waiting(ctx, 'lead_returned')).toEqual([`post ${MARKETING}`]);
    });
  });
}

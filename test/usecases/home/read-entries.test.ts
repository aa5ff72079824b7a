import { describe, expect, it } from 'vitest';
import { findRunningPromises } from '../../../src/store/promise/promise.ts';
import { loadSettings, updateSettings } from '../../../src/store/team/settings.ts';
import { entriesOf } from '../../../src/usecases/home/read-entries.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { receiveOne } from '../../support/one-lead.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';

function entryFor(ctx: TestContext, person: typeof ANA, about: string) {
  return ctx.db.transaction(async (tx) => {
    const promises = await findRunningPromises(tx, about);
    const reading = { tx, settings: await loadSettings(tx), now: ctx.clock.now(), person };
    const [entry] = await entriesOf(reading, promises);
    return entry;
  });
}

function change(ctx: TestContext, settings: Partial<Awaited<ReturnType<typeof loadSettings>>>) {
  return ctx.db.transaction(async (tx) => {
    const before = await loadSettings(tx);
    await updateSettings(tx, { ...before, ...settings }, { before, by: MAX, at: ctx.clock.now() });
  });
}

for (const dialect of DIALECTS) {
  describe(dialect, () => {
    it('how to reach a lead is shown to its owner alone, where the team wants it so', async () => {
      const ctx = await testContext(dialect);
      await change(ctx, { contactShownTo: 'owner' });
      const leadId = await receiveOne(ctx, { email: 'dana@harbour.example' });
      await claimLead(ctx, { leadId, person: ANA });
      const emailFor = async (person: typeof ANA) => {
        const entry = await entryFor(ctx, person, leadId);
        return entry?.thing.is === 'lead' && entry.thing.lead.email;
      };
      expect(await emailFor(ANA)).toBe('dana@harbour.example');
      expect(await emailFor(BEN)).toBeNull();
      expect(await emailFor(MIA)).toBeNull();
    });

    it('leads to the card once there is one and the workspace is known, and is left out where its thing is gone', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      expect((await entryFor(ctx, ANA, leadId))?.url).toBeNull();
      await change(ctx, { workspace: { team: 'T_1', enterprise: null, url: 'https://sample.slack.com/' } });
      const key = `lead_card:${leadId}`;
      const message = { key, channel: 'C_LEADS', ts: '1794921301.000200', postedAt: 0 };
      await ctx.db.transaction((tx) => tx.sql.insertInto('slackMessage').values(message).execute());
      expect((await entryFor(ctx, ANA, leadId))?.url).toBe(
        'https://sample.slack.com/archives/C_LEADS/p1794921301000200',
      );
      const [promise] = await ctx.db.transaction((tx) => findRunningPromises(tx, leadId));
      const entries = await ctx.db.transaction(async (tx) =>
        entriesOf(
          { tx, settings: await loadSettings(tx), now: 0, person: ANA },
          promise ? [{ ...promise, about: 'lead_of_yesterday' }] : [],
        ),
      );
      expect(entries).toEqual([]);
    });
  });
}

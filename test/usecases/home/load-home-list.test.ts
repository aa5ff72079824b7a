import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { HOUR } from '../../../src/domain/time/duration.ts';
import { loadHomeList } from '../../../src/usecases/home/load-home-list.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { refusal } from '../../support/one-lead.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { sampleLead } from '../../support/sample-lead.ts';
import { storeWithPromises } from '../../support/stored-promises.ts';

/** Forty leads that Ana has, the first claimed first. */
async function fortyLeads(ctx: TestContext): Promise<void> {
  const now = ctx.clock.now();
  const leads = Array.from({ length: 40 }, (_, n) => {
    const receivedAt = now - 48 * HOUR + n * 60_000;
    return sampleLead({
      ...{ id: `lead_${String(n).padStart(2, '0')}` as LeadId, externalId: `x${n}`, receivedAt },
      ...{ createdAt: receivedAt, state: 'claimed', owner: ANA, claimedAt: receivedAt },
    });
  });
  await storeWithPromises(ctx, leads);
}

const list = (name: 'own' | 'broken', page: number) => ({ name, kind: null, page });

for (const dialect of DIALECTS) {
  describe(dialect, () => {
    it('turns the pages of forty leads, each of them once, the first due first', async () => {
      const ctx = await testContext(dialect);
      await fortyLeads(ctx);
      const seen: string[] = [];
      for (const page of [0, 1, 2, 3]) {
        const scene = await loadHomeList(ctx, ANA, list('own', page));
        expect(scene).toMatchObject({ count: 40, pages: 4, offset: page * 10 });
        if (scene.rows.are !== 'entries') throw new Error('Not what is owed');
        seen.push(...scene.rows.shown.map(({ promise }) => promise.about));
      }
      expect(seen).toEqual(Array.from({ length: 40 }, (_, n) => `lead_${String(n).padStart(2, '0')}`));
    });

    it('stays on the last page where a later one is asked for: what stood there is done by now', async () => {
      const ctx = await testContext(dialect);
      await fortyLeads(ctx);
      expect((await loadHomeList(ctx, ANA, list('own', 99))).list.page).toBe(3);
      expect(await loadHomeList(ctx, BEN, list('own', 5))).toMatchObject({ count: 0, pages: 1 });
    });

    it('shows a list to whoever has its part of Home, and to nobody else', async () => {
      const ctx = await testContext(dialect);
      await fortyLeads(ctx);
      expect((await loadHomeList(ctx, MAX, list('broken', 0))).count).toBe(40);
      const refused = await refusal(loadHomeList(ctx, ANA, list('broken', 0)));
      expect(refused.kind).toBe('forbidden');
      const rejects = { name: 'rejects' as const, kind: null, page: 0 };
      expect((await refusal(loadHomeList(ctx, BEN, rejects))).kind).toBe('forbidden');
      expect((await loadHomeList(ctx, MIA, rejects)).count).toBe(0);
    });

    it('opens each list that Home may have', async () => {
      const ctx = await testContext(dialect, { firstStart: { managers: [], marketers: [] } });
      for (const name of ALL)
        expect((await loadHomeList(ctx, ANA, { name, kind: null, page: 0 })).count, name).toBe(0);
    });
  });
}

const ALL = [
  ...(['own', 'sales', 'deals', 'snoozed', 'asked_back', 'owed_to', 'marketing', 'accepted'] as const),
  ...(['rejects', 'campaigns', 'broken', 'stopped', 'troubles'] as const),
];

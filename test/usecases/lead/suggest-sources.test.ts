import { describe, expect, it } from 'vitest';
import { suggestSources } from '../../../src/usecases/lead/suggest-sources.ts';
import { upsertRoutingRule } from '../../../src/usecases/routing/edit-routing.ts';
import { testContext } from '../../support/context.ts';
import { receive } from '../../support/dana-again.ts';
import { DIALECTS } from '../../support/databases.ts';
import { DANA, enter } from '../../support/entered-lead.ts';
import { ANA, BEN, FIELD, MAX } from '../../support/people.ts';

for (const dialect of DIALECTS) {
  describe(`which sources are known, on ${dialect}`, () => {
    it('is each that a lead came from, once, and that of the booth first', async () => {
      const ctx = await testContext(dialect);
      const ask = (typed: string, channel: string | null = FIELD) =>
        suggestSources(ctx, { person: ANA, channel, typed });
      expect(await ask('')).toEqual({ known: [], unknown: null });
      expect(await ask('Fair')).toEqual({ known: [], unknown: 'Fair' });
      for (const source of ['webinar', 'Zoo', 'Webinar', 'Éclair', 'Webinar'])
        await receive(ctx, { source, email: null, name: source });
      expect((await ask('')).known).toEqual(['Éclair', 'webinar', 'Zoo']);
      await enter(ctx, 'entry_0001', { ...DANA, source: 'Zoo' });
      expect((await ask('')).known[0]).toBe('Zoo');
      expect((await ask('', null)).known[0]).toBe('Éclair');
      expect(await ask('webnar')).toEqual({ known: ['webinar'], unknown: 'webnar' });
    });

    it('is what a rule for routing names, as leads spell it', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, { source: 'Webinar' });
      const rule = { regions: [], mode: 'assign' as const, people: [ANA], twice: [], cap: null };
      const named = { ...rule, sources: ['webinar', 'Trade fair'] };
      await upsertRoutingRule(ctx, { person: MAX, id: null, rule: named });
      const { known } = await suggestSources(ctx, { person: ANA, channel: null, typed: '' });
      expect(known).toEqual(['Trade fair', 'Webinar']);
    });

    it('is a long one whole, though a menu holds its beginning', async () => {
      const ctx = await testContext(dialect);
      const long = `Campaign ${'x'.repeat(180)}`;
      await receive(ctx, { source: long });
      await enter(ctx, 'entry_0001', { ...DANA, source: long.slice(0, 150) }, BEN);
      expect((await suggestSources(ctx, { person: ANA, channel: null, typed: '' })).known).toEqual([long]);
    });
  });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayAuditSubject, sayAuditValue } from '../../../src/sentences/en/audit.ts';
import { PLAIN } from '../../../src/sentences/voice.ts';
import { upsertRoutingRule } from '../../../src/usecases/routing/edit-routing.ts';
import { routingToday } from '../../../src/usecases/routing/routing-today.ts';
import {
  changeSource,
  mergeSources,
  peopleOf,
  splitSource,
} from '../../../src/usecases/source/change-sources.ts';
import { listSourcesAndCampaigns } from '../../../src/usecases/source/list-sources.ts';
import { undoSourceChange } from '../../../src/usecases/source/undo-source-change.ts';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import { perform } from '../../../src/usecases/work.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { leadNow, refusal } from '../../support/one-lead.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';
import { allRows, idsOf, lastChange, leadFrom, linesBy, spendOn } from '../../support/sources.ts';

for (const dialect of DIALECTS)
  describe(`sources are changed by people, on ${dialect}`, () => {
    it('renamed: leads, spend and rules follow, and the old name is still its', async () => {
      const ctx = await testContext(dialect);
      const lead = await leadFrom(ctx, 'Spring');
      await spendOn(ctx, 'spring', null, 10_000);
      const rule = { regions: [], mode: 'assign' as const, people: [ANA], twice: [], cap: null };
      await upsertRoutingRule(ctx, { person: MAX, id: null, rule: { ...rule, sources: ['Spring'] } });
      const [id] = await idsOf(ctx, 'Spring');
      await changeSource(ctx, { by: MIA, id: id!, words: { name: ' Spring  2026' } });
      await leadFrom(ctx, 'SPRING');
      await leadFrom(ctx, 'spring 2026');
      expect(await linesBy(ctx, 'source')).toEqual([['Spring 2026', 3, 100]]);
      expect(await leadNow(ctx, lead)).toMatchObject({ source: 'Spring 2026' });
      const { rules } = await perform(ctx, 'tango', routingToday);
      expect(rules[0]?.sources).toEqual(['Spring 2026']);
    });

    it('merged: one line, and two leads with one number stay two', async () => {
      const ctx = await testContext(dialect);
      for (const source of ['Google', 'Google', 'Adwords']) await leadFrom(ctx, source);
      await spendOn(ctx, 'Adwords', null, 5_000);
      const [google, adwords] = await idsOf(ctx, 'Google', 'Adwords');
      await mergeSources(ctx, { by: MIA, into: google!, others: [adwords!] });
      expect(await linesBy(ctx, 'source')).toEqual([['Google', 3, 50]]);
      await leadFrom(ctx, 'AdWords');
      expect(await linesBy(ctx, 'source')).toEqual([['Google', 4, 50]]);
      const again = mergeSources(ctx, { by: MIA, into: google!, others: [adwords!] });
      expect((await refusal(again)).refusal.code).toBe('source_gone');
      const itself = mergeSources(ctx, { by: MIA, into: google!, others: [google!] });
      expect((await refusal(itself)).refusal.code).toBe('merged_into_itself');
    });

    it('and taken back: every row is as it was', async () => {
      const ctx = await testContext(dialect);
      for (const source of ['Google', 'Adwords', 'Fair']) await leadFrom(ctx, source, 'Hotels');
      const [google, adwords] = await idsOf(ctx, 'Google', 'Adwords');
      const before = await allRows(ctx);
      await mergeSources(ctx, { by: MIA, into: google!, others: [adwords!] });
      const merge = await lastChange(ctx);
      await changeSource(ctx, { by: MIA, id: google!, words: { name: 'Google Ads', owner: MIA } });
      const rename = await lastChange(ctx);
      await undoSourceChange(ctx, { by: MAX, id: rename });
      await undoSourceChange(ctx, { by: MAX, id: merge });
      expect(await allRows(ctx)).toEqual(before);
      const twice = undoSourceChange(ctx, { by: MAX, id: merge });
      expect((await refusal(twice)).refusal.code).toBe('source_change_undone');
    });

    it('and what was changed since has to be taken back first', async () => {
      const ctx = await testContext(dialect);
      for (const source of ['A one', 'B two', 'C three']) await leadFrom(ctx, source);
      const [a, b, c] = await idsOf(ctx, 'A one', 'B two', 'C three');
      await mergeSources(ctx, { by: MIA, into: b!, others: [a!] });
      const first = await lastChange(ctx);
      await mergeSources(ctx, { by: MIA, into: c!, others: [b!] });
      const undo = undoSourceChange(ctx, { by: MIA, id: first });
      expect((await refusal(undo)).refusal.code).toBe('source_changed_since');
      expect(await linesBy(ctx, 'source')).toEqual([['C three', 3, null]]);
    });

    it('and split: what came under the spelling is another source', async () => {
      const ctx = await testContext(dialect);
      for (const source of ['Fair', 'Messe']) await leadFrom(ctx, source);
      const [fair, messe] = await idsOf(ctx, 'Fair', 'Messe');
      await mergeSources(ctx, { by: MIA, into: fair!, others: [messe!] });
      await splitSource(ctx, { by: MIA, id: fair!, keys: ['messe'], name: 'Messe Berlin' });
      expect(await linesBy(ctx, 'source')).toEqual([
        ['Fair', 1, null],
        ['Messe Berlin', 1, null],
      ]);
      await undoSourceChange(ctx, { by: MIA, id: await lastChange(ctx) });
      expect(await linesBy(ctx, 'source')).toEqual([['Fair', 2, null]]);
      const whole = splitSource(ctx, { by: MIA, id: fair!, keys: ['fair'] });
      expect((await refusal(whole)).refusal.code).toBe('split_name_stays');
    });

    it('a name that is another one’s is refused, and so is whoever is neither marketer nor manager', async () => {
      const ctx = await testContext(dialect);
      for (const source of ['Fair', 'Webinar']) await leadFrom(ctx, source);
      const [fair] = await idsOf(ctx, 'Fair');
      const taken = changeSource(ctx, { by: MIA, id: fair!, words: { name: 'WEBINAR' } });
      expect((await refusal(taken)).refusal).toMatchObject({
        code: 'spelling_taken',
        facts: { name: 'Webinar' },
      });
      const other = changeSource(ctx, { by: ANA, id: fair!, words: { name: 'Expo' } });
      expect((await refusal(other)).refusal.code).toBe('sources_not_yours');
    });

    it('and each change is in the audit log', async () => {
      const ctx = await testContext(dialect);
      for (const source of ['Fair', 'Messe']) await leadFrom(ctx, source);
      const [fair, messe] = await idsOf(ctx, 'Fair', 'Messe');
      await changeSource(ctx, {
        by: MIA,
        id: fair!,
        words: { name: 'Expo', owner: MIA, spelling: 'Exhibition' },
      });
      await mergeSources(ctx, { by: 'import', into: fair!, others: [messe!] });
      await undoSourceChange(ctx, { by: MAX, id: await lastChange(ctx) });
      const { entries } = await loadAuditLog(ctx);
      expect(
        entries.map(({ person, what, before, after }) =>
          [person, sayAuditSubject(what), sayAuditValue(before, PLAIN), sayAuditValue(after, PLAIN)].join(
            ' | ',
          ),
        ),
      ).toEqual([
        `${MAX} | Source “Expo”: merged, taken back | Expo | Expo · Messe`,
        'import | Source “Expo”: merged | Expo · Messe | Expo',
        `${MIA} | Source “Expo”: also written | not set | Exhibition`,
        expect.stringContaining('Source “Expo”: owner | not set'),
        `${MIA} | Source “Fair”: name | Fair | Expo`,
      ]);
      expect(peopleOf(null)).toBe(null);
    });
  });

it('Merging and un-merging, whatever is merged into what, leaves every total as it was', async () => {
  const names = ['Google', 'Adwords', 'Meta', 'Facebook', 'Fair'];
  const move = fc.tuple(fc.nat(4), fc.nat(4));
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 6 }), async (moves) => {
      const ctx = await testContext('sqlite');
      for (const [n, source] of [...names, ...names.slice(2)].entries()) {
        await leadFrom(ctx, source, `Campaign ${n % 3}`);
        await spendOn(ctx, source, `Campaign ${n % 2}`, 1_000 * (n + 1));
      }
      const before = [await linesBy(ctx, 'source'), await linesBy(ctx, 'campaign')];
      const sum = (lines: unknown[][]) =>
        lines.reduce((total, [, leads, spend]) => total + Number(leads) * 1e6 + Number(spend), 0);
      const rows = await allRows(ctx);
      const ids = await idsOf(ctx, ...names);
      const done: string[] = [];
      for (const [from, to] of moves) {
        const merged = await mergeSources(ctx, { by: MIA, into: ids[to]!, others: [ids[from]!] }).then(
          () => true,
          () => false,
        );
        if (merged) done.push(await lastChange(ctx));
        expect(sum(await linesBy(ctx, 'source'))).toBe(sum(before[0]!));
        expect(sum(await linesBy(ctx, 'campaign'))).toBe(sum(before[1]!));
      }
      for (const id of done.reverse()) await undoSourceChange(ctx, { by: MIA, id });
      expect([await linesBy(ctx, 'source'), await linesBy(ctx, 'campaign')]).toEqual(before);
      expect(await allRows(ctx)).toEqual(rows);
      expect((await listSourcesAndCampaigns(ctx, MIA)).changes).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

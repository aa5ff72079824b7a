import { describe, expect, it } from 'vitest';
import { FIRST_DEFINITION } from '../../../src/domain/definition/definition.ts';
import type { AuditEntry, AuditSubject, AuditValue } from '../../../src/domain/team/audit.ts';
import { settingValues } from '../../../src/domain/team/setting-values.ts';
import { sayAuditSubject, sayAuditValue } from '../../../src/sentences/en/audit.ts';
import { PLAIN } from '../../../src/sentences/voice.ts';
import { insertAuditEntries, listAuditEntries } from '../../../src/store/team/audit-log.ts';
import { DIALECTS, testDatabase } from '../../support/databases.ts';
import { MAX } from '../../support/people.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

const RULE = { sources: ['Webinar'], regions: [], mode: 'assign', cap: 3 } as const;

const SUBJECTS: AuditSubject[] = [
  { code: 'own_hours' },
  { code: 'rule_twice', sources: ['Webinar'], regions: ['Bayern'] },
  { code: 'signature', version: 2 },
  { code: 'definition', version: 2, replaced: 1 },
  { code: 'exception', title: { customer: 'Pier Inns', by: 'quote', words: 'We sleep.' } },
];

const VALUES: AuditValue[] = [
  ...settingValues(SETTINGS).map(({ value }) => value),
  { leave: [{ from: '2026-12-20', to: '2027-01-03' }] },
  { rule: { ...RULE, sources: [...RULE.sources], regions: [] } },
  {
    reason: {
      label: 'Too far away',
      outcome: { kind: 'rests', days: 90 },
      consequence: null,
      whoActs: 'targeting',
      isRetired: true,
    },
  },
  { labels: ['Spam', 'Other'] },
  { criteria: [...FIRST_DEFINITION.criteria] },
  { signed: 'by_one_side' },
  { exception: { uses: ['quote', 'logo'], reason: 'Dora said yes.' } },
];

for (const dialect of DIALECTS) {
  describe(`the audit log in ${dialect}`, () => {
    it('gives back every entry as it went in, newest first', async () => {
      const db = await testDatabase(dialect);
      const what = (index: number) => SUBJECTS[index % SUBJECTS.length]!;
      const entries = VALUES.map(
        (value, index): AuditEntry => ({
          id: `audit_${index}`,
          at: index,
          person: MAX,
          what: what(index),
          before: value,
          after: null,
        }),
      );
      await db.transaction(async (tx) => {
        await insertAuditEntries(tx, entries);
        expect(await listAuditEntries(tx, 100)).toEqual(entries.toReversed());
      });
    });

    it('says an entry of before the codes in the words that it was written in', async () => {
      const db = await testDatabase(dialect);
      const [entry] = await db.transaction(async (tx) => {
        const old = { id: 'audit_1', at: 1, person: MAX, what: 'Claim, hot' };
        const values = { before: '"within 15 working minutes"', after: '{"people":["U_MAX"]}' } as const;
        await tx.sql
          .insertInto('auditLog')
          .values({ ...old, ...values } as never)
          .execute();
        return listAuditEntries(tx, 1);
      });
      expect(sayAuditSubject(entry!.what)).toBe('Claim, hot');
      expect(sayAuditValue(entry!.before, PLAIN)).toBe('within 15 working minutes');
      expect(entry!.after).toEqual({ people: [MAX] });
    });
  });
}

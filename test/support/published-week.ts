/** A week of which there is something to publish. */
import type { LeadId } from '../../src/domain/lead/lead.ts';
import { parseWeek } from '../../src/domain/time/week.ts';
import { insertLeads } from '../../src/store/lead/lead.ts';
import { insertSpend } from '../../src/store/money/spend.ts';
import { berlin } from './berlin.ts';
import { type TestContext, testContext } from './context.ts';
import type { DIALECTS } from './databases.ts';
import { MIA } from './people.ts';
import { BERLIN, sampleLead } from './sample-lead.ts';
import { spend } from './scorecard-facts.ts';

export const W47 = parseWeek('2026-W47');

export const MONDAY = berlin('2026-11-23T09:00');

export async function world(dialect: (typeof DIALECTS)[number]): Promise<TestContext> {
  const ctx = await testContext(dialect, { startAt: MONDAY, firstStart: { timezone: BERLIN } });
  const leads = [
    sampleLead({ id: 'a' as LeadId }),
    sampleLead({ id: 'b' as LeadId, state: 'qualified', verdictAt: MONDAY }),
    sampleLead({
      id: 'c' as LeadId,
      source: null,
      state: 'resting',
      rejection: { reason: 'no_budget', detail: null, outcome: 'rests' },
    }),
    sampleLead({
      id: 'd' as LeadId,
      state: 'rejected',
      rejection: { reason: 'spam', detail: null, outcome: 'dropped' },
    }),
  ];
  const recorded = {
    id: 's',
    dedupeKey: 's',
    recordedAt: MONDAY,
    recordedBy: MIA,
    batchId: null,
    versionId: 's',
    note: null,
    nameKey: null,
  };
  await ctx.db.transaction(async (tx) => {
    await insertLeads(tx, leads);
    await insertSpend(tx, [{ ...spend({ minor: 3_000 }), ...recorded }]);
  });
  return ctx;
}

import { expect, it } from 'vitest';
import { weekAt } from '../../../src/domain/time/week.ts';
import { assignLead } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../../src/usecases/lead/claim-lead.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load-scorecard.ts';
import { berlin } from '../../support/berlin.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MINUTE, receiveOne } from '../../support/one-lead.ts';
import { ANA, BEN, MIA } from '../../support/people.ts';
import { BERLIN } from '../../support/sample-lead.ts';

for (const dialect of DIALECTS) {
  it(`A promise that was broken stays broken though the lead went on, and given is no claim, on ${dialect}`, async () => {
    const startAt = berlin('2026-11-17T10:00');
    const ctx = await testContext(dialect, { startAt, firstStart: { timezone: BERLIN } });
    const metrics = async () => {
      const { scorecard } = await loadScorecard(ctx, weekAt(ctx.clock.now(), BERLIN));
      const { claimedInTime, contactedInTime } = scorecard.metrics;
      return [claimedInTime, contactedInTime].map(({ now }) => now.kind === 'rate' && [now.part, now.of]);
    };
    const leadId = await receiveOne(ctx);
    ctx.clock.move(5 * MINUTE);
    await claimLead(ctx, { leadId, person: ANA });
    expect(await metrics()).toEqual([
      [1, 1],
      [0, 0],
    ]);
    ctx.clock.move(5 * 60 * MINUTE);
    // Who gives back what they were late with, and a colleague who says Contacted at once, launder nothing.
    await releaseLead(ctx, { leadId, person: ANA });
    await claimLead(ctx, { leadId, person: BEN });
    await markContacted(ctx, { leadId, person: BEN });
    expect(await metrics()).toEqual([
      [2, 2],
      [1, 2],
    ]);
    const given = await receiveOne(ctx, { name: 'Rui Castelo' });
    await assignLead(ctx, { leadId: given, person: MIA, to: BEN, note: null });
    expect(await metrics()).toEqual([
      [2, 2],
      [1, 2],
    ]);
  });
}

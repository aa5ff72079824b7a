import { expect, it } from 'vitest';
import type { RequestFacts } from '../../../src/domain/insight/insight-request.ts';
import { weekAt } from '../../../src/domain/time/week.ts';
import { askField } from '../../../src/usecases/insight/ask-field.ts';
import { assignLead } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../../src/usecases/lead/claim-lead.ts';
import { recordOutcomes } from '../../../src/usecases/lead/record-outcomes.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load-scorecard.ts';
import { berlin } from '../../support/berlin.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MINUTE, receiveOne } from '../../support/one-lead.ts';
import { ANA, BEN, MIA } from '../../support/people.ts';
import { BERLIN } from '../../support/sample-lead.ts';

const DUE_ON_FRIDAY: RequestFacts = {
  ...{ kind: 'photo', topic: 'Rooms', segment: null, product: null, purpose: 'The site' },
  ...{ people: [ANA], dueDate: '2026-11-20' },
};

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

  it(`What is won is booked in its week and grows the week in which its lead arrived, on ${dialect}`, async () => {
    const startAt = berlin('2026-10-20T10:00');
    const ctx = await testContext(dialect, { startAt, firstStart: { timezone: BERLIN } });
    const leadId = await receiveOne(ctx);
    await claimLead(ctx, { leadId, person: ANA });
    ctx.clock.move(berlin('2026-11-20T12:00') - ctx.clock.now());
    const at = berlin('2026-11-18T12:00');
    await recordOutcomes(ctx, 'import', [{ leadId, outcome: 'won', value: 18_000, currency: 'EUR', at }]);
    const { scorecard } = await loadScorecard(ctx, weekAt(at, BERLIN));
    const { leads, won, bookedWon, bookedValue } = scorecard.metrics;
    expect([leads.now, won.now, bookedWon.now, bookedValue.now]).toEqual([
      { kind: 'count', value: 0 },
      { kind: 'count', value: 0 },
      { kind: 'count', value: 1 },
      { kind: 'money', minor: 1_800_000, currency: 'EUR' },
    ]);
    expect(scorecard.grown).toMatchObject({ week: '2026-W43', leads: 1, qualified: 1, won: 1, open: 0 });
    expect(scorecard.stories.worth).toMatchObject([{ leadId, owner: ANA, wonAt: at, wins: 1 }]);
    await askField(ctx, { submission: 'v', person: MIA, asking: DUE_ON_FRIDAY });
    const { scorecard: asked } = await loadScorecard(ctx, weekAt(at, BERLIN));
    const { stories } = asked;
    expect(stories).toMatchObject({ asked: 1, told: 0, published: 0 });
    expect(stories.overdue).toMatchObject([{ kind: 'photo', topic: 'Rooms', people: [ANA] }]);
    const { scorecard: first } = await loadScorecard(ctx, weekAt(startAt, BERLIN));
    expect(first.metrics.bookedWon.now).toEqual({ kind: 'count', value: 0 });
    expect(first.metrics.won.now).toEqual({ kind: 'count', value: 1 });
  });
}

import { expect, it } from 'vitest';
import { DAY } from '../../../src/domain/time/duration.ts';
import { snoozeLead } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { endSnoozes } from '../../../src/usecases/lead/end-snoozes.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { receiveOne } from '../../support/one-lead.ts';
import { ANA } from '../../support/people.ts';

it.each(DIALECTS)(
  'Each snooze is seen to end once, and the next of the same lead again, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const leadId = await receiveOne(ctx);
    await claimLead(ctx, { leadId, person: ANA });
    for (const date of ['2026-11-20', '2026-11-27']) {
      await snoozeLead(ctx, { leadId, person: ANA, date });
      expect(await endSnoozes(ctx)).toBe(0);
      ctx.clock.move(5 * DAY);
      expect(await endSnoozes(ctx)).toBe(1);
      expect(await endSnoozes(ctx)).toBe(0);
    }
  },
);

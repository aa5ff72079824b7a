import { expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { loadRejection } from '../../../src/usecases/lead/load-rejection.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { editRejectReasons } from '../../../src/usecases/reject-reason/edit-reject-reasons.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const OPTIONS = { by: 'api', post: 'none' } as const;

it.each(DIALECTS)('a reason that is chosen stays in the list when it is retired, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  const [received] = await receiveLeads(ctx, [{ source: 'Webinar', name: 'Dana' }], OPTIONS);
  const leadId = received!.id;
  await editRejectReasons(ctx, { person: MAX, edit: { kind: 'retire', code: 'spam' } });
  const offered = async (chosen: string | null) =>
    (await loadRejection(ctx, { leadId, person: ANA, chosen })).reasons.map(({ code }) => code);
  expect(await offered('spam')).toContain('spam');
  expect(await offered(null)).not.toContain('spam');
  expect((await offered('other')).filter((code) => code === 'other')).toEqual(['other']);
  const gone = loadRejection(ctx, { leadId: 'lead_gone' as LeadId, person: ANA, chosen: null });
  await expect(gone).rejects.toThrow(refused('lead_not_found'));
});

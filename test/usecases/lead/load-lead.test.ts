import { expect, it } from 'vitest';
import { loadLead } from '../../../src/usecases/lead/load-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { receiveOne } from '../../support/one-lead.ts';
import { refused } from '../../support/refused.ts';

it.each(DIALECTS)(
  'A lead is read with its history, and one that is not there is refused, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const id = await receiveOne(ctx);
    const { lead, history, promises } = await loadLead(ctx, id);
    expect([lead.id, history.map(({ kind }) => kind)]).toEqual([id, ['received']]);
    expect(promises.map(({ kind }) => kind)).toEqual(['claim']);
    await expect(loadLead(ctx, 'lead_99')).rejects.toThrow(refused('lead_not_found'));
  },
);

import { expect, it } from 'vitest';
import { prepareMessageLead } from '../../../src/usecases/lead/prepare-message-lead.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, FIELD } from '../../support/people.ts';

it.each(DIALECTS)(
  'The form of a message begins with a source, and a message that is a lead already says which, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const place = { channel: FIELD, ts: '1.000100', threadTs: '1.000100', domain: null };
    const prepare = () => prepareMessageLead(ctx, { person: ANA, place });
    expect(await prepare()).toMatchObject({ known: null, source: 'Slack' });
    const made = { source: 'Slack', name: 'Dana', externalId: `${FIELD}:1.000100` };
    const [lead] = await receiveLeads(ctx, [made], { by: ANA, post: 'all' });
    expect((await prepare()).known?.id).toBe(lead?.id);
  },
);

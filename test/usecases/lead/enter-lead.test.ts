import { expect, it } from 'vitest';
import { enterNextLead } from '../../../src/usecases/lead/enter-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, FIELD } from '../../support/people.ts';

const DANA = {
  source: 'Fair Berlin',
  name: 'Dana Whitfield',
  company: 'Harbour Hotels',
  reach: 'dana@harbour.example',
  message: null,
  segment: null,
  isHot: false,
  claims: false,
};

it.each(DIALECTS)(
  'the form for the next visitor knows the fair, and is another filling-in, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const input = { person: ANA, channel: FIELD, entryId: 'entry_first', entered: DANA };
    const { last, next } = await enterNextLead(ctx, input);
    expect(last).toMatchObject({
      lead: { name: 'Dana Whitfield', company: 'Harbour Hotels' },
      savedToday: 1,
    });
    expect(next).toMatchObject({ source: 'Fair Berlin', claims: false });
    expect(next.entryId).not.toBe('entry_first');
  },
);

import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/usecases/context.ts';
import { enterNextLead } from '../../../src/usecases/lead/enter-lead.ts';
import { loadLead } from '../../../src/usecases/lead/load-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { DANA, enter, leads } from '../../support/entered-lead.ts';
import { ANA, FIELD, LEADS } from '../../support/people.ts';

const VISITOR = {
  source: 'Fair Berlin',
  name: 'Dana Whitfield',
  company: 'Harbour Hotels',
  reach: 'dana@harbour.example',
  message: null,
  segment: null,
  isHot: false,
  isTest: false,
  claims: false,
};

it.each(DIALECTS)(
  'the form for the next visitor knows the fair, and is another filling-in, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const input = { person: ANA, channel: FIELD, entryId: 'entry_first', entered: VISITOR };
    const { last, next } = await enterNextLead(ctx, input);
    expect(last).toMatchObject({
      lead: { name: 'Dana Whitfield', company: 'Harbour Hotels' },
      savedToday: 1,
    });
    expect(next).toMatchObject({ source: 'Fair Berlin', claims: false });
    expect(next.entryId).not.toBe('entry_first');
  },
);

for (const dialect of DIALECTS) {
  describe(`a lead noted down at a booth, on ${dialect}`, () => {
    it('has a card, its priority, both ways to reach, and who met it', async () => {
      const ctx = await testContext(dialect);
      expect(await enter(ctx, 'r1')).toMatchObject({
        lead: { name: 'Dana Whitfield', company: 'Harbour Hotels' },
        savedToday: 1,
      });
      const [lead] = await leads(ctx);
      expect(lead).toMatchObject({
        ...{ source: 'Fair Berlin', priority: 'hot', state: 'claimed', owner: ANA },
        ...{ email: 'dana@harbour.example', phone: '+44 20 7946 0018', cardChannel: LEADS },
      });
      expect(await historyOf(ctx, lead!.id)).toEqual([`received by ${ANA}`, `claimed by ${ANA}`]);
    });

    it('is one lead however often the same form is sent', async () => {
      const ctx = await testContext(dialect);
      await enter(ctx, 'r1');
      expect(await enter(ctx, 'r1')).toMatchObject({ savedToday: 1 });
      expect(await leads(ctx)).toHaveLength(1);
    });

    it('needs a way to reach them, and says so beside that field', async () => {
      const ctx = await testContext(dialect);
      await expect(enter(ctx, 'r1', { ...DANA, reach: 'at the desk' })).rejects.toMatchObject({
        problems: [{ field: 'reach' }],
      });
      expect(await leads(ctx)).toEqual([]);
    });
  });
}

async function historyOf(ctx: Context, id: string): Promise<string[]> {
  const { history } = await loadLead(ctx, id);
  return history.map(({ kind, actor }) => `${kind} by ${actor}`);
}

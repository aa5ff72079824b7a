import { expect, it } from 'vitest';
import { answerMessage } from '../../../src/usecases/team/answer-message.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN } from '../../support/people.ts';

it.each(DIALECTS)(
  'Each person is answered once for what they write in a row, and for each command, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const write = (person: typeof ANA, text: string) =>
      answerMessage(ctx, { person, text, ts: '1794924900.000100', thread: null });
    for (const text of ['hi', 'hi', 'scorecard', '/scorecard']) await write(ANA, text);
    await write(BEN, 'hi');
    const rows = await ctx.db.transaction((tx) =>
      tx.sql.selectFrom('outbox').select(['kind', 'target']).orderBy('id').execute(),
    );
    expect(rows).toEqual([ANA, ANA, BEN].map((target) => ({ kind: 'help_dm', target })));
  },
);

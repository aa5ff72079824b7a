import { expect, it } from 'vitest';
import { recordSpend, type SpendInput } from '../../../src/usecases/money/record-spend.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { spend } from '../../support/scorecard-facts.ts';

it.each(DIALECTS)(
  'The same row is one amount, before and within a call; without a key each is news, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const record = (...inputs: SpendInput[]) => recordSpend(ctx, { by: 'import', spend: inputs });
    const row = { ...spend({ minor: 100 }), dedupeKey: 'row 1' };
    const [first, again] = await record(row, row);
    expect([first?.duplicate, again]).toEqual([false, { id: first?.id, duplicate: true }]);
    expect(await record(row)).toEqual([again]);
    const news = spend({ minor: 100 });
    expect((await record(news, news)).map(({ duplicate }) => duplicate)).toEqual([false, false]);
  },
);

import { z } from 'zod';
import { majorUnits } from '../../domain/money/money.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Context } from '../../usecases/context.ts';
import { listLedger, withdrawFromLedger } from '../../usecases/money/ledger.ts';
import { recordSpend } from '../../usecases/money/record-spend.ts';
import { requiredDay } from '../schemas/day.ts';
import { spendSchema } from '../schemas/spend.ts';
import { oneOrMany } from './one-or-many.ts';
import type { ApiAnswer, ApiCall, ApiRoute } from './route.ts';

const SpendAnswer = z.object({
  spend: z.array(
    z.object({
      id: z.string(),
      /** Earlier amounts that are counted no more because of it. */
      replaced: z.number(),
    }),
  ),
});

const LedgerEntryJson = z.object({
  id: z.string(),
  batch: z.string().nullable(),
  batchName: z.string().nullable(),
  side: z.string(),
  source: z.string().nullable().describe('As it is called now'),
  campaign: z.string().nullable().describe('As it is called now'),
  note: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  amount: z.number(),
  currency: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  state: z.enum(['counted', 'replaced', 'withdrawn']),
});

const LedgerJson = z.object({
  spend: z.array(LedgerEntryJson),
  /** There is more than is shown: ask for fewer days. */
  isCut: z.boolean(),
});

const MOST_SHOWN = 1_000;

const Wish = z.object({
  from: requiredDay().optional(),
  to: requiredDay().optional(),
  all: z.enum(['true', 'false']).optional(),
});

export const getSpend: ApiRoute = {
  method: 'get',
  path: '/spend',
  summary:
    'Lists the amounts that are counted, the last recorded first; with all=true the replaced and withdrawn ones too',
  query: Wish,
  answer: LedgerJson,
  async handle({ context, query }: ApiCall): Promise<ApiAnswer> {
    const [wish] = oneOrMany(Wish, query);
    const { from, to, all } = wish ?? {};
    const found = await listLedger(context, { from, to, isWhole: all === 'true', limit: MOST_SHOWN + 1 });
    const spend = found.slice(0, MOST_SHOWN).map(({ amount, recordedAt, ...entry }) => ({
      ...entry,
      amount: majorUnits(amount),
      currency: amount.currency,
      recordedAt: new Date(recordedAt).toISOString(),
    }));
    return { status: 200, body: { spend, isCut: found.length > MOST_SHOWN } };
  },
};

export const deleteSpend: ApiRoute = {
  method: 'delete',
  path: '/spend/:id',
  summary: 'Takes back an amount, or a batch with all of its amounts; what it had replaced is counted again',
  answer: z.object({ id: z.string() }),
  async handle({ context, params }: ApiCall): Promise<ApiAnswer> {
    const id = params.id ?? '';
    if (id.includes('\0')) throw refuse('spend_not_found');
    await withdrawFromLedger(context, id, 'api');
    return { status: 200, body: { id } };
  },
};

export function postSpend(context: Context): ApiRoute {
  const schema = spendSchema({ now: () => context.clock.now() });
  return {
    method: 'post',
    path: '/spend',
    summary:
      'Says what an effort of marketing or sales cost. It replaces what was said before for the same side, source, campaign, note and days',
    request: schema,
    answer: SpendAnswer,
    async handle({ context: ctx, body, delivery }: ApiCall): Promise<ApiAnswer> {
      const spend = oneOrMany(schema, body);
      const recorded = await recordSpend(ctx, { by: 'api', spend, delivery });
      return { status: 201, body: { spend: recorded.map(({ id, replaced }) => ({ id, replaced })) } };
    },
  };
}

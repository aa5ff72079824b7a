/** The list behind `/tango sources`, with what each source and campaign brought and cost: among many stored leads, and among few. */
import { listSourcesAndCampaigns } from '../../src/usecases/source/list-sources.ts';
import { stored } from '../harness/many-stored.ts';
import { alternate, compare, timed } from '../harness/measure.ts';
import type { Row } from '../harness/row.ts';
import { type BenchContext, MANAGER } from '../harness/stored-leads.ts';

const LISTED = 40;
/** Two thousand of the last ten days in both. */
const OPEN = 2_000;

export const sources: Row = {
  title: 'the list of sources and campaigns at 100,000 stored leads ÷ ten thousand',
  measure: async (options) => {
    const many = await stored(options, { open: OPEN, all: 100_000 });
    const few = await stored(options, { open: OPEN, all: 10_000 });
    const both = await alternate(
      options.rounds,
      () => list(many),
      () => list(few),
    );
    await Promise.all([many.db.close(), few.db.close()]);
    return [
      compare(both, { name: 'p50', unit: 'ms' }, ({ p50 }) => p50),
      compare(both, { name: 'p99', unit: 'ms' }, ({ p99 }) => p99),
    ];
  },
};

function list(ctx: BenchContext) {
  return timed(LISTED, () => listSourcesAndCampaigns(ctx, MANAGER));
}

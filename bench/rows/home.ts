/** App Home, read and drawn without the call to Slack: among many stored leads, and with many open ones. */
import type { PersonId } from '../../src/domain/team/actor.ts';
import { render } from '../../src/messages/index.ts';
import { stored } from '../harness/many-stored.ts';
import { alternate, compare, type Figure, timed } from '../harness/measure.ts';
import type { Row, RowOptions } from '../harness/row.ts';
import { type BenchContext, MANAGER, NOW } from '../harness/stored-leads.ts';

const REP = 'U_REP0' as PersonId;
const HOMES = { 'a rep': REP, 'the manager': MANAGER };
const DRAWN = 40;

/** Two thousand open leads in both; the others came out of a file and have no card. */
const OPEN = 2_000;
const FEW_STORED = 10_000;

const FEW_OPEN = 100;
const MANY_OPEN = 10_000;

export const home: Row = {
  title: 'App Home at a million stored leads (100,000 without --full) ÷ ten thousand',
  measure: async (options) => {
    const many = await stored(options, { open: OPEN, all: options.isFull ? 1_000_000 : 100_000 });
    const few = await stored(options, { open: OPEN, all: FEW_STORED });
    return beside(options, { many, few }, '≤ 1.3, aim 1.1');
  },
};

export const homeOpen: Row = {
  title: `App Home with ${MANY_OPEN} open leads ÷ with ${FEW_OPEN}`,
  measure: async (options) => {
    const many = await stored(options, { open: MANY_OPEN, all: MANY_OPEN });
    const few = await stored(options, { open: FEW_OPEN, all: FEW_OPEN });
    return beside(options, { many, few });
  },
};

async function beside(
  { rounds }: RowOptions,
  { many, few }: Record<'many' | 'few', BenchContext>,
  target?: string,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, whose] of Object.entries(HOMES)) {
    const both = await alternate(
      rounds,
      () => draw(many, whose),
      () => draw(few, whose),
    );
    const held = target === undefined ? {} : { target };
    figures.push(compare(both, { name: `${name}, p50`, unit: 'ms', ...held }, ({ p50 }) => p50));
    figures.push(compare(both, { name: `${name}, p99`, unit: 'ms' }, ({ p99 }) => p99));
    figures.push(compare(both, { name: `${name}, CPU`, unit: 'ms' }, ({ cpu }) => cpu));
  }
  await Promise.all([many.db.close(), few.db.close()]);
  return figures;
}

function draw(ctx: BenchContext, whose: PersonId) {
  return timed(DRAWN, () => ctx.db.transaction((tx) => render(tx, { kind: 'home', ref: whose }, NOW)));
}

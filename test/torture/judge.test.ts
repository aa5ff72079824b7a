import { describe, it, type TestContext, vi } from 'vitest';
import { DEFECT_NAMES, type Defect } from './defects/index.ts';
import { placeFor } from './place.ts';
import { planOf } from './plan.ts';
import { playRound } from './round.ts';

/** What the judge must say of each; it may say more, for one thing leads to another. */
const FOUND: Record<Defect, string> = {
  drops_lead: 'a confirmed lead is kept',
  writes_twice: 'no lead is kept twice',
  acknowledges_early: 'a click that was acknowledged has happened',
  loses_announcement: 'the thread tells each thing once',
  forgets_click: 'a click that was acknowledged has happened',
  posts_twice: 'nothing is posted twice',
  says_twice: 'each message is remembered as what it shows',
  sends_nothing: 'what counts as sent can be read',
  shows_old_card: 'a card shows how its lead stands',
};

// More would only take turns on two cores.
vi.setConfig({ maxConcurrency: 2, testTimeout: 150_000 });

describe.concurrent('the judge, in fair weather', () => {
  it.for(DEFECT_NAMES)('finds a bot that %s', async (defect, { expect, onTestFinished }) => {
    const rules = (await played(onTestFinished, defect)).map(({ rule }) => rule);
    expect(rules).toContain(FOUND[defect]);
  });

  it('finds nothing where nothing was built in', async ({ expect, onTestFinished }) => {
    expect(await played(onTestFinished)).toEqual([]);
  });
});

const SHORT = { leads: 9, clicks: 12, withinMs: 60_000 };

async function played(onTestFinished: TestContext['onTestFinished'], defect?: Defect) {
  const plan = { ...planOf(1, { mode: 'socket', database: 'sqlite', faults: 0 }), least: SHORT };
  const place = await placeFor(plan, '');
  onTestFinished(() => place.clear());
  const { violations } = await playRound({ ...plan, ...(defect ? { defect } : {}) }, place);
  return violations;
}

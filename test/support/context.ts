import { onTestFinished } from 'vitest';
import { Database } from '../../src/store/database.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import type { Context } from '../../src/usecases/context.ts';
import { SecretBox } from '../../src/usecases/secret-box.ts';
import { ensureSettings, type FirstStart } from '../../src/usecases/team/ensure-settings.ts';
import { testDatabase } from './databases.ts';
import { FIELD, LEADS, MARKETING, MAX, MIA, SCORECARD } from './people.ts';
import { type TestClock, testClock, testIds } from './time.ts';

export interface TestContext extends Context {
  clock: TestClock;
}

export const FIRST_START = {
  leadsChannel: LEADS,
  fieldChannel: FIELD,
  marketingChannel: MARKETING,
  scorecardChannel: SCORECARD,
  managers: [MAX],
  marketers: [MIA],
  timezone: 'UTC',
  currency: 'EUR',
};

/** What the environment holds. */
export const TEST_KEY = 'the key of the tests, of 32 or more';

interface ContextOptions {
  startAt?: number;
  firstStart?: Partial<FirstStart>;
}

/** What use cases are handed, on a database of its own, after the first start. */
export async function testContext(
  dialect: DialectName,
  { startAt, firstStart }: ContextOptions = {},
): Promise<TestContext> {
  const secrets = new SecretBox(TEST_KEY);
  const ctx = { db: await testDatabase(dialect), clock: testClock(startAt), newId: testIds(), secrets };
  await ensureSettings(ctx, { ...FIRST_START, ...firstStart });
  return ctx;
}

/** On a database that something else has filled, such as a command. */
export async function contextOn(url: string): Promise<TestContext> {
  const db = await Database.open(url);
  onTestFinished(() => db.close());
  return { db, clock: testClock(), newId: testIds(), secrets: new SecretBox(TEST_KEY) };
}

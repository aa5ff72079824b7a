import type { Settings } from '../../src/domain/settings.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import { insertMissingSettings } from '../../src/store/settings.ts';
import type { Context } from '../../src/usecases/context.ts';
import { testDatabase } from './databases.ts';
import { SETTINGS } from './sample-lead.ts';

export interface TestContext extends Context {
  clock: { now(): number; set(at: number): void };
}

/** A database of its own with the sample team's settings, a clock that stands until it is set, and ids that count up. */
export async function testContext(
  dialect: DialectName,
  at: number,
  settings: Settings = SETTINGS,
): Promise<TestContext> {
  const db = await testDatabase(dialect);
  await db.transaction((tx) => insertMissingSettings(tx, settings, at));
  const counts = new Map<string, number>();
  let now = at;
  return {
    db,
    clock: {
      now: () => now,
      set: (to) => {
        now = to;
      },
    },
    newId: (kind) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${kind}_${String(count).padStart(5, '0')}`;
    },
  };
}

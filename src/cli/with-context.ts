import { systemClock } from '../clock.ts';
import { type CliConfig, loadEnvFile, readEnv, toCliConfig } from '../config.ts';
import type { Settings } from '../domain/team/settings.ts';
import { uuidv7From } from '../ids.ts';
import { Database } from '../store/database.ts';
import type { Context } from '../usecases/context.ts';
import { SecretBox } from '../usecases/secret-box.ts';
import { ensureSettings } from '../usecases/team/ensure-settings.ts';

type Work<T> = (ctx: Context, settings: Settings, config: CliConfig) => Promise<T>;

const BULK = { isBulk: true };

/** For a command that brings many rows. Opens the database that the environment names, makes it where there is none, and closes it after the work. */
export function withContext<T>(work: Work<T>): Promise<T> {
  return run((url) => Database.open(url, BULK), work);
}

/** For one that is only tried: where there is no database it makes one in memory, and leaves nothing behind. */
export function withPassingContext<T>(work: Work<T>): Promise<T> {
  return run((url) => Database.openOrPretend(url, BULK), work);
}

/** For commands that show what is there: they never make a database. */
export function withExistingContext<T>(work: Work<T>): Promise<T> {
  return run((url) => Database.openExisting(url), work);
}

/** Either way the schema is brought up to date. */
async function run<T>(open: (url: string) => Promise<Database>, work: Work<T>): Promise<T> {
  loadEnvFile();
  const config = toCliConfig(readEnv(process.env));
  const db = await open(config.databaseUrl);
  try {
    await db.migrate();
    const secrets = new SecretBox(config.tangoKey);
    const ctx: Context = { db, clock: systemClock, newId: uuidv7From(systemClock), secrets };
    return await work(ctx, await ensureSettings(ctx, config.firstStart), config);
  } finally {
    await db.close();
  }
}

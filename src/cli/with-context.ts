import { systemClock } from '../clock.ts';
import { loadEnvFile, readEnv, toCliConfig } from '../config.ts';
import type { Settings } from '../domain/team/settings.ts';
import { uuidv7From } from '../ids.ts';
import { Database } from '../store/database.ts';
import type { Context } from '../usecases/context.ts';
import { ensureSettings } from '../usecases/team/ensure-settings.ts';

/** Opens the database that the environment names, brings it up to date, and closes it after the work. */
export async function withContext<T>(work: (ctx: Context, settings: Settings) => Promise<T>): Promise<T> {
  loadEnvFile();
  const config = toCliConfig(readEnv(process.env));
  const db = await Database.open(config.databaseUrl);
  try {
    await db.migrate();
    const ctx: Context = { db, clock: systemClock, newId: uuidv7From(systemClock) };
    return await work(ctx, await ensureSettings(ctx, config.firstStart));
  } finally {
    await db.close();
  }
}

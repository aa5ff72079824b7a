import { loadEnvFile, readEnv, toCliConfig } from '../../config.ts';
import { backUp, restore } from '../../usecases/back-up.ts';

export async function runBackUp(file: string): Promise<void> {
  await backUp(databaseUrl(), file);
  console.log(`Backed up to ${file}.`);
}

export async function runRestore(file: string): Promise<void> {
  const before = await restore(databaseUrl(), file);
  console.log(`Restored from ${file}.${before ? ` The database as it was: ${before}.` : ''}`);
}

function databaseUrl(): string {
  loadEnvFile();
  return toCliConfig(readEnv(process.env)).databaseUrl;
}

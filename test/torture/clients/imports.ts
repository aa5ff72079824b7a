/** A file on the command line, again and again until it is done; killed on the way when a fault asks for it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { watchProcess } from '../../support/watch-process.ts';
import type { SentLead } from '../promised.ts';
import type { Stage } from '../stage.ts';
import { untilDone } from './stream.ts';

const TANGO = fileURLToPath(new URL('../../../src/cli/tango.js', import.meta.url));
const ROWS = { all: 4, none: 250 };

export function importer(stage: Stage): () => Promise<void> {
  const { below } = stage.chanceFor('importer');
  let file = 0;
  return async () => {
    file += 1;
    const post = below(3) === 0 ? 'all' : 'none';
    const leads = Array.from({ length: ROWS[post] }, () =>
      stage.promised.lead({ isKnownAgain: true, wantsCard: post === 'all' }),
    );
    const path = join(stage.folder, `import-${file}.csv`);
    writeFileSync(path, csv(leads));
    await untilDone(stage, () => runOnce(stage, { path, post, leads, killAfter: below(1_200) }));
  };
}

function csv(leads: readonly SentLead[]): string {
  const now = new Date().toISOString();
  return [
    'source,externalId,name,receivedAt',
    ...leads.map(({ name }) => `Import,${name},${name},${now}`),
  ].join('\n');
}

interface Run {
  path: string;
  post: 'all' | 'none';
  leads: SentLead[];
  killAfter: number;
}

async function runOnce(stage: Stage, { path, post, leads, killAfter }: Run): Promise<boolean> {
  for (const lead of leads) lead.sent += 1;
  const env = { DATABASE_URL: stage.databaseUrl };
  const command = watchProcess([TANGO, 'leads', 'import', path, '--post', post], env);
  if (stage.asked.killedImports > 0 && (await isStillAtIt(command.exit, 400 + killAfter))) {
    stage.asked.killedImports -= 1;
    stage.tally.add('import_killed');
    command.signal('SIGKILL');
  }
  const { code } = await command.exit;
  if (code !== 0) return false;
  for (const lead of leads) lead.confirmed = true;
  return true;
}

async function isStillAtIt(exit: Promise<unknown>, ms: number): Promise<boolean> {
  return Promise.race([exit.then(() => false), pause(ms, true)]);
}

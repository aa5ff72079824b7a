import type { Command } from 'commander';

const run = () => import('../run/outbox.ts');

/** What waits to leave for Slack, and a second chance for what was given up. */
export function addOutboxCommand(program: Command): void {
  const outbox = program
    .command('outbox')
    .description('what waits to leave for Slack, what was given up, and why')
    .action(async () => (await run()).printOutbox());
  outbox
    .command('stop')
    .description('post no more of the cards that came in bulk; the managers’ Home lists them')
    .action(async () => (await run()).stopOutbox());
  outbox
    .command('post')
    .description('post the cards that were stopped')
    .action(async () => (await run()).postOutbox());
  outbox
    .command('retry')
    .description('try again what was given up, once its cause is mended, and end all pauses')
    .action(async () => (await run()).retryOutbox());
}

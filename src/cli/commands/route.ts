import type { Command } from 'commander';

const LATEST = 100;

export function addRouteCommand(program: Command): void {
  program
    .command('route')
    .description(`whom the last ${LATEST} leads would have gone to by today's rules, and why`)
    .option('--dry-run', 'as without it: leads are routed as they arrive, this command only shows')
    .action(async () => (await import('../run/route.ts')).printRoutes(LATEST));
}

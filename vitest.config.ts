import { defineConfig } from 'vitest/config';
import { RunReporter } from './test/support/run-reporter.ts';

export default defineConfig({
  test: {
    globalSetup: 'test/support/postgres.ts',
    setupFiles: 'test/support/proof.ts',
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores and a real PostgreSQL: more workers only take turns.
    maxWorkers: 2,
    // Real browsers, killed processes and Slack's three seconds on two busy cores: what fails twice has failed. What failed once is named.
    retry: 1,
    reporters: ['default', new RunReporter()],
    pool: 'forks',
    // Starting a worker for each file took a quarter of the time. Every test brings its own database, emulator and clock, and stops them.
    isolate: false,
  },
});

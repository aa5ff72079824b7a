import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface TestRun {
  passed: number;
  failed: number;
  /** What to read where that surprises. */
  said: string;
}

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Those tests of the file, in a process of its own: a file that was changed is read again. */
export async function runTests(folder: string, file: string, names: readonly string[]): Promise<TestRun> {
  const output = join(folder, 'report.json');
  rmSync(output, { force: true });
  const options = ['--retry=0', '--reporter=json', `--outputFile=${output}`, '-t', namesPattern(names)];
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', file, ...options], { cwd: folder, stdio: 'ignore' });
  await once(child, 'exit');
  return summaryOf(output);
}

/** What stands in the name of a test that is written for each of several. */
const FILLED_IN = /\$\{\w+\}|%s/;

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function namesPattern(names: readonly string[]): string {
  return names.map((name) => name.split(FILLED_IN).map(literally).join('.*')).join('|');
}

function summaryOf(output: string): TestRun {
  const { numPassedTests, numFailedTests, testResults } = readReport(output);
  const failures = testResults.flatMap(({ message, assertionResults }) => [
    message,
    ...assertionResults.flatMap(({ fullName, failureMessages }) =>
      (failureMessages ?? []).map((failure) => `${fullName}: ${failure.split('\n')[0]}`),
    ),
  ]);
  return { passed: numPassedTests, failed: numFailedTests, said: failures.filter(Boolean).join('\n') };
}

function readReport(output: string): z.infer<typeof Report> {
  try {
    return Report.parse(JSON.parse(readFileSync(output, 'utf8')));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

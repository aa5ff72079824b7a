/** What the run has to say at its end: which tests failed at first and were tried again, and where the time went. */
import type { Reporter, TestCase, TestModule } from 'vitest/node';

const SHOWN = 10;
/** A run of a few files is watched as it goes. */
const WHOLE_RUN = 50;

export class RunReporter implements Reporter {
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void = console.log) {
    this.#print = print;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    this.#list('Tried again', tests.filter(isRetried).map(retried));
    if (modules.length < WHOLE_RUN) return;
    this.#list('The slowest tests', slowest(tests, nameOf));
    this.#list(
      'The slowest files',
      slowest(modules, ({ relativeModuleId }) => relativeModuleId),
    );
  }

  #list(title: string, lines: readonly string[]): void {
    if (lines.length > 0) this.#print(`\n ${title}\n${lines.map((line) => `   ${line}`).join('\n')}`);
  }
}

function isRetried(test: TestCase): boolean {
  return (test.diagnostic()?.retryCount ?? 0) > 0;
}

function retried(test: TestCase): string {
  const [first] = test.result().errors ?? [];
  const why = first?.message.split('\n')[0] ?? '';
  return `${test.result().state} when tried again: ${nameOf(test)}\n     at first: ${why}`;
}

function slowest<T extends TestCase | TestModule>(
  things: readonly T[],
  name: (thing: T) => string,
): string[] {
  return things
    .map((thing) => ({ name: name(thing), ms: thing.diagnostic()?.duration ?? 0 }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, SHOWN)
    .map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${name}`);
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}

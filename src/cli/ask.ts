import { createInterface } from 'node:readline/promises';

/** Whether somebody sits before it who can be asked. */
export function isWatched(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** Until one of the answers is given; the first one is that of Enter alone. */
export async function askInTerminal<Answer extends string>(
  question: string,
  answers: readonly [Answer, ...Answer[]],
): Promise<Answer> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (;;) {
      const said = (await terminal.question(`${question} [${answers.join('/')}] `)).trim().toLowerCase();
      const found = said === '' ? answers[0] : answers.find((answer) => answer.startsWith(said));
      if (found) return found;
    }
  } finally {
    terminal.close();
  }
}

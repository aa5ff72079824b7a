/** Somebody who asks for things by command, and reads what comes. */

import { ephemeralsFor, lateAnswersFor } from '../records.ts';
import type { Stage } from '../stage.ts';
import { ASKER } from '../workspace.ts';

const COMMANDS: readonly (readonly [command: string, text: string])[] = [
  ['/tango', 'help'],
  ['/scorecard', ''],
  ['/lead', ''],
];

export function asker(stage: Stage): () => Promise<void> {
  const { pick } = stage.chanceFor(ASKER);
  const hands = stage.emulator.as(ASKER);
  return async () => {
    const [command = '', text = ''] = pick(COMMANDS) ?? [];
    const before = wordsNow(stage);
    const { acknowledged } = await hands.command(command, text);
    const modal = hands.topModal();
    if (modal) await hands.close(modal, { all: true });
    if (!acknowledged) return;
    stage.promised.commands.push({
      ...{ person: ASKER, command },
      isAnswered: () => modal !== undefined || wordsNow(stage) > before,
    });
  };
}

function wordsNow({ emulator }: Stage): number {
  return ephemeralsFor(emulator, ASKER) + lateAnswersFor(emulator, ASKER);
}

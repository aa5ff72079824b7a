/**
 * What a CRM calls the state of a lead. Words that are not known here are no guess: whoever brings the file says what they mean.
 */
import { TOLD_STATES, type ToldState } from '../../domain/lead/history.ts';
import { readStage } from '../outcome/stage.ts';
import { STATUS_WORDS } from '../words/status-words.ts';
import { stateKey, wordKey } from '../words/word-key.ts';

/** By the key of a word, what somebody has said that it means. */
export type SaidStatuses = Readonly<Record<string, ToldState>>;

/** Null: nobody knows. `said` goes first; what names the stage of a deal that is open says that there is a deal. */
export function readStatus(text: string, said: SaidStatuses = {}): ToldState | null {
  const key = stateKey(text);
  const known = Object.hasOwn(said, key) ? said[key] : knownStatuses().get(key);
  if (known) return known;
  const stage = readStage(text);
  return stage === 'open' ? 'qualified' : stage;
}

let made: ReadonlyMap<string, ToldState> | undefined;

function knownStatuses(): ReadonlyMap<string, ToldState> {
  made ??= new Map(
    TOLD_STATES.flatMap((state) =>
      STATUS_WORDS[state].map((word): [string, ToldState] => [wordKey(word), state]),
    ),
  );
  return made;
}

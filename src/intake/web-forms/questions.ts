/** The questions of a submission: what we take each for, and what marketers have said of it. */
import { ASKED_FOR, type Meanings, type Question, saidOf } from '../../domain/web-form/web-form.ts';
import { type Answer, clipped } from '../../reading/lead/sort-answers.ts';
import { textOf } from '../../reading/lead/value-text.ts';
import { cleanLine } from '../../reading/text.ts';
import { meaningOf, surelyTellsArrival } from '../../reading/words/lead-words.ts';
import { wordKey } from '../../reading/words/word-key.ts';
import { isDeliveryId, isNoise, isOwnId, isPlainId, isTime } from './form-words.ts';

/** Those that say something. */
export function givenOf(answers: readonly Answer[]): Answer[] {
  return answers.filter((answer) => textOf(answer.value) !== null);
}

/** As marketers have said, without what they leave out. */
export function understood(answers: readonly Answer[], meanings: Meanings): Answer[] {
  return answers.flatMap((answer) => {
    const said = saidOf(meanings, keyOf(answer.label));
    if (said === undefined) return [answer];
    if (said === 'left_out') return [];
    return [{ ...answer, meaning: said === 'other' ? null : said }];
  });
}

/** In their order, each once. */
export function questionsOf(answers: readonly Answer[]): Question[] {
  const questions = answers.map((answer): Question => {
    const key = wordKey(answer.label);
    return {
      label: keyOf(answer.label),
      read: readOf(answer),
      isNoise:
        answer.isAside === true ||
        isNoise(key) ||
        isPlainId(key) ||
        isOwnId(key) ||
        isDeliveryId(key) ||
        isTime(key) ||
        surelyTellsArrival(answer.label),
    };
  });
  const known = new Set<string>();
  return questions.filter(({ label }) => !known.has(label) && known.add(label));
}

function readOf({ label, meaning }: Answer): Question['read'] {
  const read = meaning ?? meaningOf(label);
  return read !== null && ASKED_FOR.includes(read) ? read : null;
}

/** As it stands in the list of questions and under the lead's other answers. */
function keyOf(label: string): string {
  return clipped(cleanLine(label.replaceAll('\0', '')) || '(no name)', 100);
}

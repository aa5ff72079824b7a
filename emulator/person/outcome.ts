import type { Answer } from '../delivery/envelope.ts';
import type { View } from '../workspace/views.ts';

/** What a person sees of the bot's answer. */
export type Outcome =
  | { acknowledged: true; body: unknown }
  /** Slack's warning that the app did not answer. */
  | { acknowledged: false; warning: string };

/** What came of pressing a modal's submit button. */
export type SubmitOutcome =
  | { result: 'closed' | 'cleared' }
  | { result: 'updated' | 'pushed'; view: View }
  /** Said by the bot, or by Slack itself for a field left empty. */
  | { result: 'errors'; errors: Record<string, string> }
  | { result: 'unanswered'; warning: string };

export function outcomeOf(answer: Answer): Outcome {
  if (answer.acknowledged) return answer;
  return { acknowledged: false, warning: `The app did not answer (${answer.detail}).` };
}

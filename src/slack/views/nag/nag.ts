import type { Lead } from '../../../domain/lead/lead.ts';
import type { NagStep } from '../../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../../domain/promise/promise.ts';
import { workingTime } from '../../../domain/time/working-time.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { PROMISE_WORDS } from '../../../sentences/en/promise.ts';
import { sayWorkingTime } from '../../../sentences/en/working-time.ts';
import { actions, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person } from '../kit/text.ts';
import { readerTime, teamTime } from '../kit/times.ts';
import { leadButtons, leadMenu } from '../lead/lead-buttons.ts';
import { leadRow } from '../lead/lead-row.ts';

export interface NagScene {
  step: NagStep;
  lead: Lead;
  promise: TeamPromise;
  /** To its card; null: it has none in Slack. */
  url: string | null;
  timezone: string;
  now: number;
}

/**
 * "Dana Whitfield, Harbour Hotels waits for a first contact since {14:19}; we said 4 working hours, that is {18:19}." In the card's
 * thread the name goes without saying; to the owner the lead comes whole, with its buttons.
 */
export function nagView(scene: NagScene): MessageView {
  const { step, lead } = scene;
  const text = sentence(scene, (at, before) => `${before} ${teamTime(at, scene.timezone)}`);
  const said = sentence(scene, (at, before) => readerTime(at, scene.timezone, before));
  if (step.how !== 'dm') return { text, blocks: [section(said)] };
  return {
    text,
    blocks: [
      section(said),
      section(leadRow(scene)),
      actions([...leadButtons(lead), leadMenu(lead, scene.now)]),
    ],
  };
}

function sentence(scene: NagScene, time: (at: number, before: string) => string): string {
  const { promise, now, step } = scene;
  const promised = sayWorkingTime(workingTime(promise.target, promise.calendar));
  const tense = promise.dueAt > now ? 'is' : 'was';
  const who = step.how === 'dm' ? escapeText(leadTitle(scene.lead)) : 'This';
  return `${who} ${PROMISE_WORDS[promise.kind].waits}${by(scene)} ${time(promise.startedAt, 'since')}; we said ${promised}, that ${time(promise.dueAt, tense)}.${told(scene)}`;
}

/** The managers have it in their message of the day: in the thread nobody is called. */
function told({ step }: NagScene): string {
  return step.to === 'managers' ? ' The managers know.' : '';
}

/** Others are told who holds it; the owner knows. */
function by({ step, lead }: NagScene): string {
  return step.to === 'managers' && lead.owner ? ` by ${person(lead.owner)}` : '';
}

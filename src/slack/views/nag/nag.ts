import type { Lead } from '../../../domain/lead/lead.ts';
import type { NagRule } from '../../../domain/nag/nag.ts';
import { HERE, type Recipient } from '../../../domain/nag/receipt.ts';
import type { RunningPromise } from '../../../domain/promise.ts';
import { workingTime } from '../../../domain/time/working-time.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { sayWorkingTime } from '../../../sentences/en/working-time.ts';
import { actions, section, type TangoBlock } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person } from '../kit/text.ts';
import { readerTime, teamTime } from '../kit/times.ts';
import { leadButtons, leadMenu } from '../lead/lead-buttons.ts';

export interface NagScene {
  rule: NagRule;
  lead: Lead;
  promise: RunningPromise;
  /** Who is called by it, or told elsewhere. */
  recipients: readonly Recipient[];
  timezone: string;
  now: number;
}

/**
 * "Dana Whitfield, Harbour Hotels waits for a first contact since {14:19}; we said 4 working hours, that is {18:19}." In the card's
 * thread the name goes without saying; elsewhere the buttons come along.
 */
export function nagView(scene: NagScene): MessageView {
  const { rule, lead } = scene;
  const text = sentence(scene, (at, before) => `${before} ${teamTime(at, scene.timezone)}`);
  const blocks: TangoBlock[] = [
    section(sentence(scene, (at, before) => readerTime(at, scene.timezone, before))),
  ];
  if (rule.how === 'channel') blocks.push(actions(leadButtons(lead)));
  if (rule.how === 'dm') blocks.push(actions([...leadButtons(lead), leadMenu(lead)]));
  return { text, blocks };
}

function sentence(scene: NagScene, time: (at: number, before: string) => string): string {
  const { promise, now } = scene;
  const promised = sayWorkingTime(workingTime(promise.target, promise.calendar));
  const tense = promise.due > now ? 'is' : 'was';
  const who = isInThread(scene.rule) ? 'This' : escapeText(leadTitle(scene.lead));
  return `${call(scene)}${who} ${WAITS[promise.name]}${by(scene)} ${time(promise.since, 'since')}; we said ${promised}, that ${time(promise.due, tense)}.${told(scene)}`;
}

const WAITS: Record<RunningPromise['name'], string> = {
  claim: 'waits to be claimed',
  contact: 'waits for a first contact',
  verdict: 'waits for a verdict',
};

/** Who should hear it, before the sentence. */
function call({ rule, recipients }: NagScene): string {
  if (rule.whom !== 'on_duty') return '';
  return recipients.map((recipient) => (recipient === HERE ? '<!here> ' : `${person(recipient)} `)).join('');
}

function isInThread({ how }: NagRule): boolean {
  return how === 'thread' || how === 'digest';
}

/** The managers have it in their message of the day: in the thread nobody is called. */
function told({ rule, recipients }: NagScene): string {
  return rule.whom === 'managers' && recipients.length > 0 ? ' The managers know.' : '';
}

/** Others are told who holds it; the owner knows. */
function by({ rule, lead }: NagScene): string {
  return rule.whom === 'managers' && lead.owner ? ` by ${person(lead.owner)}` : '';
}

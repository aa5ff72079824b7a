import type { Calendar } from '../../domain/calendar.ts';
import { type Lead, leadTitle } from '../../domain/lead/lead.ts';
import type { NagRule } from '../../domain/nag.ts';
import type { PersonId } from '../../domain/people.ts';
import type { PromiseClock } from '../../domain/promise.ts';
import { sayWorkingTime } from '../../domain/say-working-time.ts';
import { actions, section, type TangoBlock } from './blocks.ts';
import { leadButtons } from './lead-buttons.ts';
import type { MessageView } from './message-view.ts';
import { escapeText, person } from './text.ts';
import { readerTime, teamTime } from './times.ts';

export interface NagScene {
  rule: NagRule;
  lead: Lead;
  clock: PromiseClock;
  managers: readonly PersonId[];
  calendar: Calendar;
  now: number;
}

/**
 * "Dana Whitfield, Harbour Hotels waits for a first contact since {14:19}; we said 4 working hours, that is {18:19}." In the card's
 * thread the name goes without saying; elsewhere the buttons come along.
 */
export function nagView(scene: NagScene): MessageView {
  const { rule, lead } = scene;
  const text = sentence(scene, (at, before) => `${before} ${teamTime(at, scene.calendar.zone)}`);
  const blocks: TangoBlock[] = [
    section(sentence(scene, (at, before) => readerTime(at, scene.calendar.zone, before))),
  ];
  if (rule.how !== 'thread') blocks.push(actions(leadButtons(lead)));
  return { text, blocks };
}

function sentence(scene: NagScene, time: (at: number, before: string) => string): string {
  const { clock, now, calendar } = scene;
  const promised = sayWorkingTime(clock.target, calendar);
  const tense = clock.due > now ? 'is' : 'was';
  const who = scene.rule.how === 'thread' ? 'This' : escapeText(leadTitle(scene.lead));
  return `${call(scene)}${who} ${WAITS[clock.name]}${by(scene)} ${time(clock.since, 'since')}; we said ${promised}, that ${time(clock.due, tense)}.`;
}

const WAITS: Record<PromiseClock['name'], string> = {
  claim: 'waits to be claimed',
  contact: 'waits for a first contact',
  verdict: 'waits for a verdict',
};

/** Who should hear it, before the sentence. */
function call({ rule, managers }: NagScene): string {
  if (rule.whom === 'channel') return '<!here> ';
  if (rule.whom === 'managers') return managers.map((id) => `${person(id)} `).join('');
  return '';
}

/** The managers are told who holds it; the owner knows. */
function by({ rule, lead }: NagScene): string {
  return rule.whom === 'managers' && lead.owner ? ` by ${person(lead.owner)}` : '';
}

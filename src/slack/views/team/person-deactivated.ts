import type { PersonId } from '../../../domain/team/actor.ts';
import type { OfficeName } from '../../../domain/team/office.ts';
import { section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { person } from '../kit/text.ts';

interface DeactivatedScene {
  person: PersonId;
  released: number;
  qualified: number;
  /** For which they were named. */
  offices: readonly OfficeName[];
}

/** To a manager, once. */
export function personDeactivated({
  person: deactivated,
  released,
  qualified,
  offices,
}: DeactivatedScene): MessageView {
  const sentences = [
    `The account of ${person(deactivated)} is deactivated.`,
    offices.length > 0 &&
      `They were ${offices.map((office) => WAS[office]).join(' and ')}: that is over until the account is back.`,
    released > 0 && `I gave ${count(released, 'lead')} of theirs back to the channel.`,
    qualified > 0 &&
      `${count(qualified, 'qualified lead')} still ${qualified === 1 ? 'names' : 'name'} them: please hand over.`,
  ];
  const text = sentences.filter(Boolean).join(' ');
  return { text, blocks: [section(text)] };
}

const WAS: Record<OfficeName, string> = { managers: 'a manager', marketers: 'a marketer' };

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

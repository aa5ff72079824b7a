import type { PersonId } from '../../../domain/team/actor.ts';
import { section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { person } from '../kit/text.ts';

interface DeactivatedScene {
  person: PersonId;
  released: number;
  qualified: number;
}

/** To a manager, once. */
export function personDeactivated({
  person: deactivated,
  released,
  qualified,
}: DeactivatedScene): MessageView {
  const sentences = [
    `The account of ${person(deactivated)} is deactivated.`,
    released > 0 && `I gave ${count(released, 'lead')} of theirs back to the channel.`,
    qualified > 0 &&
      `${count(qualified, 'qualified lead')} still ${qualified === 1 ? 'names' : 'name'} them: please hand over.`,
  ];
  const text = sentences.filter(Boolean).join(' ');
  return { text, blocks: [section(text)] };
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
